import type { Phrase } from '../language/language.js';
import type { CapPart } from './gate-policy.js';

/** One rule that a change does not keep. Worded only in `describeFinding`. */
export type Finding =
  /** Errors that the baseline does not know, those with an expired acceptance included. */
  | { readonly kind: 'new-errors'; readonly count: number; readonly expired: number }
  /** Errors whose entry was taken out of the file, while the commit still has it. */
  | {
      readonly kind: 'lost-entries';
      readonly count: number;
      /** The baseline, relative to the root, where the whole file is gone. */
      readonly deletedFile: string | null;
    }
  /** Entries without a reason that the merge base does not have. */
  | { readonly kind: 'baseline-grown'; readonly count: number; readonly base: string }
  /** The baseline could not be held against the target branch. */
  | { readonly kind: 'growth-unchecked'; readonly why: Phrase }
  | { readonly kind: 'stale-entries'; readonly count: number }
  | {
      readonly kind: 'increase-exceeded';
      readonly current: number;
      readonly committed: number;
      /** The most that there may be. */
      readonly allowed: number;
    }
  | {
      readonly kind: 'cap-exceeded';
      readonly part: CapPart;
      readonly current: number;
      readonly max: number;
    };

/**
 * What the gate says of a change.
 * - `pass`: nothing fails. There may be warnings.
 * - `stale`: nothing fails but that fixed errors still stand in the baseline.
 * - `regressions`: something got worse.
 */
export interface Verdict {
  readonly kind: 'pass' | 'stale' | 'regressions';
  readonly failures: readonly Finding[];
  readonly warnings: readonly Finding[];
}
