import type { ReadBaseline } from './baseline.js';
import { splitLines } from './parse-baseline.js';

/** For each entry of a baseline, the line (1-based) of the file on which it stands. */
export function placeEntries({ content, lines }: ReadBaseline): readonly number[] {
  const rows = splitLines(content);
  let row = 0;
  return lines.map((line) => {
    while (row < rows.length && rows[row] !== line) row++;
    row++;
    return row;
  });
}
