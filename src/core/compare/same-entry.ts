import type { BaselineEntry } from '../baseline/baseline.js';

/** Whether two entries tolerate the same, whatever was said about them. */
export function isSameEntry(
  left: BaselineEntry | undefined,
  right: BaselineEntry | undefined,
): boolean {
  if (left === right) return true;
  return (
    left !== undefined &&
    right !== undefined &&
    left.path === right.path &&
    left.code === right.code &&
    left.scope === right.scope &&
    left.message === right.message &&
    left.text === right.text
  );
}
