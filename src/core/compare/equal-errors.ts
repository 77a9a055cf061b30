import type { LocatedError } from '../error/mypy-error.js';
import type { ReconciledError } from './reconciled-error.js';

/**
 * Errors that no baseline could tell from one, and that have an entry: one of them has what this one
 * would need.
 */
export function findKnownTwins(
  error: LocatedError,
  errors: readonly ReconciledError[],
): readonly LocatedError[] {
  return errors.flatMap(({ error: other, status }) =>
    status.kind !== 'new' &&
    other.path === error.path &&
    other.code === error.code &&
    other.message === error.message &&
    other.text === error.text
      ? [other]
      : [],
  );
}
