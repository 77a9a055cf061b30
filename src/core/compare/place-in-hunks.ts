import type { Candidate } from './candidate.js';
import { stripFormat } from './normalise.js';
import type { FileChange, Hunk } from './source-changes.js';

/** An error of a file that changed. */
export interface PlacedError {
  readonly candidate: Candidate;
  /** 1-based. */
  readonly line: number;
}

/**
 * Says of each error of a file in which hunk its line stands, and of each entry in which hunks a
 * line like its own was taken away.
 */
export function placeInHunks(
  errors: readonly PlacedError[],
  entries: readonly Candidate[],
  { hunks, keptLines }: FileChange,
): void {
  for (const { candidate, line } of errors) candidate.hunks = findHunk(hunks, line);
  const removed = new Map<string, Hunk[]>();
  for (const hunk of hunks) {
    for (const text of new Set(hunk.oldLines.map(stripFormat))) {
      const holders = removed.get(text);
      if (holders === undefined) removed.set(text, [hunk]);
      else holders.push(hunk);
    }
  }
  for (const entry of entries) {
    entry.hunks = removed.get(entry.text) ?? (keptLines.has(entry.text) ? [] : null);
  }
}

/** The hunk that a line was written in, as a list; hunks come in the order of the file. */
function findHunk(hunks: readonly Hunk[], line: number): readonly Hunk[] {
  let low = 0;
  let high = hunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hunk = hunks[middle];
    if (hunk === undefined) break;
    if (line < hunk.newStart) high = middle;
    else if (line >= hunk.newStart + hunk.newCount) low = middle + 1;
    else return [hunk];
  }
  return [];
}
