import type { Hunk } from './parse-hunks.js';

/** Where a line of the later file comes from. */
export type LineOrigin =
  /** It was not touched. */
  | { readonly kind: 'kept' /** 1-based, in the earlier file. */; readonly line: number }
  | { readonly kind: 'changed'; readonly hunk: Hunk };

/** @param line 1-based, in the later file. */
export function mapLine(hunks: readonly Hunk[], line: number): LineOrigin {
  let shift = 0;
  for (const hunk of hunks) {
    if (isInside(line, hunk.newStart, hunk.newCount)) return { kind: 'changed', hunk };
    if (firstAfter(hunk.newStart, hunk.newCount) > line) break;
    shift = firstAfter(hunk.oldStart, hunk.oldCount) - firstAfter(hunk.newStart, hunk.newCount);
  }
  return { kind: 'kept', line: line + shift };
}

/** Whether a line of the earlier file, 1-based, is gone from the later one or was edited. */
export function isLost(hunks: readonly Hunk[], line: number): boolean {
  return hunks.some(({ oldStart, oldCount }) => isInside(line, oldStart, oldCount));
}

/** Whether a line is one of `count` lines from `start` on. */
export function isInside(line: number, start: number, count: number): boolean {
  return line >= start && line < start + count;
}

/** The first line after one side of a hunk; an empty side stands after its start. */
function firstAfter(start: number, count: number): number {
  return count === 0 ? start + 1 : start + count;
}
