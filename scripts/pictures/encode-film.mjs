// Makes a moving picture of frames: `NN-MS.png` is shown for MS milliseconds.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import gifenc from 'gifenc';
import { PNG } from 'pngjs';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** Where a pixel is as in the frame before. */
const TRANSPARENT = 255;

/** Encodes the frames of a folder, in the order of their names, as a GIF that never ends. */
export async function encodeFilm(folder, file) {
  const frames = await readFrames(folder);
  if (frames.length === 0) throw new Error(`no frames in ${folder}`);
  const [{ width, height }] = frames;
  const palette = quantize(Buffer.concat(frames.map(({ data }) => data)), TRANSPARENT);
  const gif = GIFEncoder();
  let before;
  for (const { data, delay } of frames) {
    const indexes = applyPalette(data, palette);
    const shown = before === undefined ? indexes : withoutRepeated(indexes, before);
    gif.writeFrame(shown, width, height, {
      delay,
      // Leaves the picture for the next frame to draw on.
      dispose: 1,
      ...(before === undefined
        ? {
            palette: [...palette, ...Array(TRANSPARENT + 1 - palette.length).fill([0, 0, 0])],
            repeat: 0,
          }
        : { transparent: true, transparentIndex: TRANSPARENT }),
    });
    before = indexes;
  }
  gif.finish();
  await writeFile(file, gif.bytes());
  return { bytes: gif.bytes().length, frames: frames.length };
}

async function readFrames(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
  return Promise.all(
    names.map(async (name) => {
      const { width, height, data } = PNG.sync.read(await readFile(join(folder, name)));
      return { width, height, data, delay: Number(/-(\d+)\.png$/.exec(name)?.[1]) };
    }),
  );
}

/** What is as it was becomes transparent, which compresses to nearly nothing. */
function withoutRepeated(indexes, before) {
  return indexes.map((index, place) => (index === before[place] ? TRANSPARENT : index));
}
