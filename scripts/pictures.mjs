// `npm run pictures`: takes the README's pictures anew, by the end-to-end run itself.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeFilm } from './pictures/encode-film.mjs';
import { run, say } from './setup/run.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const PICTURES = join(ROOT, 'docs', 'pictures');
const FRAMES = join(ROOT, 'out', 'film');

await run(
  process.execPath,
  [join(ROOT, 'scripts', 'test.mjs'), 'types', 'build', 'package', 'e2e'],
  {
    cwd: ROOT,
    env: { ...process.env, MYPY_RATCHET_PICTURES: PICTURES, MYPY_RATCHET_FILM: FRAMES },
  },
);
const { bytes, frames } = await encodeFilm(FRAMES, join(PICTURES, 'ratchet.gif'));
say(`ratchet.gif: ${frames} frames, ${Math.round(bytes / 1024)} kB`);
