import type { MypyError } from '../error/mypy-error.js';
import type { Fix } from './fix.js';

/** Why a fix is not made. */
export type DropReason =
  /** Its error is there still. */
  | { readonly kind: 'useless' }
  /** It makes new errors. */
  | { readonly kind: 'causes'; readonly errors: readonly MypyError[] }
  /** It is not known which of several fixes make new errors, and to find out took too long. */
  | { readonly kind: 'unproved' };

export interface DroppedFix {
  readonly fix: Fix;
  readonly reason: DropReason;
}

/** What was proved of fixes. */
export interface Proof {
  /** Together they make their errors go away, and no new one come. */
  readonly proved: readonly Fix[];
  readonly dropped: readonly DroppedFix[];
  /** What mypy finds without any of the fixes. */
  readonly base: readonly MypyError[];
  /** How often mypy was asked. */
  readonly runs: number;
}
