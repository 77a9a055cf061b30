import type { Phrase } from '../language/language.js';
/** Why a branch is not held against a base, or not yet. */
export type UncomparedBranch =
  /** Nobody asked for a comparison. */
  | { readonly kind: 'off' }
  /** There is nothing to compare with. */
  | { readonly kind: 'unknown'; readonly why: Phrase }
  /** The base has no baseline yet: the branch brings the first one. */
  | ({ readonly kind: 'first' } & BranchBase)
  /** The base is known, and no complete check is there yet. */
  | ({ readonly kind: 'waiting' } & BranchBase);

/** What a branch is compared with. */
export interface BranchBase {
  /** The revision that was asked for, `origin/main`. */
  readonly name: string;
  /** Full hash of the merge base. */
  readonly commit: string;
}
