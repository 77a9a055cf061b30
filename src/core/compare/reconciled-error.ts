import type { BaselineEntry } from '../baseline/baseline.js';
import type { LocatedError } from '../error/mypy-error.js';
import type { MatchTier } from './comparison.js';

/**
 * One error against both baselines.
 * - `new`: in neither.
 * - `accepted`: in the working baseline and not in the committed one.
 * - `baseline`: in the committed one. `restore` is set when the working one lost it meanwhile.
 */
export type ReconciledStatus =
  | { readonly kind: 'new' }
  | { readonly kind: 'accepted'; readonly tier: MatchTier; readonly entry: BaselineEntry }
  | {
      readonly kind: 'baseline';
      readonly tier: MatchTier;
      readonly entry: BaselineEntry;
      readonly restore: boolean;
    };

export interface ReconciledError {
  readonly error: LocatedError;
  readonly status: ReconciledStatus;
}
