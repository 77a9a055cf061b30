import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { splitLines } from '../../core/output/split-lines.js';

/** Is told whole lines, without their breaks, as soon as they have come. */
export type LineListener = (lines: readonly string[]) => void;

/** Tells the lines of a stream of UTF-8 from now on. */
export function feedLines(stream: Readable, listener: LineListener): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const text = rest + decoder.write(chunk);
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) listener(splitLines(text.slice(0, end)).lines);
  });
}
