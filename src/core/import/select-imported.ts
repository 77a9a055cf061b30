import type { LocatedError } from '../error/mypy-error.js';
import { type ImportedErrors, maskDefinitionLine } from './read-mypy-baseline.js';

/** Today's errors, looked up in an imported baseline. */
export interface ImportedSelection {
  /** The errors that the import tolerates, in the order given. */
  readonly covered: readonly LocatedError[];
  /** What no error matches any more; `count` is how many are missing. */
  readonly missing: readonly ImportedErrors[];
}

/**
 * Chooses which of today's errors an imported baseline covers: those of the same path, code and
 * message, at most as many as it holds. Of more than that the first are covered, as mypy-baseline
 * lets the first of mypy's lines pass.
 *
 * @param errors In mypy's order.
 */
export function selectImported(
  errors: readonly LocatedError[],
  imported: readonly ImportedErrors[],
): ImportedSelection {
  const left = new Map<string, number>();
  for (const row of imported) {
    const key = keyOf(row);
    left.set(key, (left.get(key) ?? 0) + row.count);
  }
  const covered = errors.filter((error) => {
    const key = keyOf(error);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  });
  const missing = imported.flatMap((row) => {
    const key = keyOf(row);
    const count = Math.min(left.get(key) ?? 0, row.count);
    left.set(key, (left.get(key) ?? 0) - count);
    return count > 0 ? [{ ...row, count }] : [];
  });
  return { covered, missing };
}

function keyOf({ path, code, message }: Pick<LocatedError, 'path' | 'code' | 'message'>): string {
  return JSON.stringify([path, code, maskDefinitionLine(message)]);
}
