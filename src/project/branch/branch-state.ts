import type { BranchComparison } from '../../core/branch/branch-comparison.js';

/** What the present check comes to against another commit's baseline. */
export type BranchState =
  /** Nobody asked for a comparison. */
  | { readonly kind: 'off' }
  /** There is nothing to compare with, in words. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** The base has no baseline yet: the branch brings the first one. */
  | { readonly kind: 'first'; readonly name: string; readonly commit: string }
  /** The base is known, and no complete check is there yet. */
  | { readonly kind: 'waiting'; readonly name: string; readonly commit: string }
  | {
      readonly kind: 'compared';
      /** The revision that was asked for, `origin/main`. */
      readonly name: string;
      /** Full hash of the merge base. */
      readonly commit: string;
      readonly comparison: BranchComparison;
    };
