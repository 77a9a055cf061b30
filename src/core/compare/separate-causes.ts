import { toEntry } from '../error/error-entry.js';
import type { LocatedError } from '../error/mypy-error.js';
import { compare } from './compare.js';

/** New errors by what made them new. */
export interface Causes {
  /** The old code has them too, now that another mypy looks at it. */
  readonly byMypy: readonly LocatedError[];
  /** The old code does not have them, whichever mypy looks. */
  readonly byCode: readonly LocatedError[];
}

/**
 * Separates what an upgrade of mypy finds from what a change of the code brought.
 *
 * @param found Errors of today that the baseline does not know.
 * @param before Those that the same mypy finds in the old code, and the old baseline does not know.
 */
export function separateCauses(
  found: readonly LocatedError[],
  before: readonly LocatedError[],
): Causes {
  const { statuses } = compare(
    found,
    before.map((error) => toEntry(error)),
  );
  const isOld = (_: LocatedError, index: number) => statuses[index]?.kind === 'baseline';
  return {
    byMypy: found.filter(isOld),
    byCode: found.filter((error, index) => !isOld(error, index)),
  };
}
