import type { BranchComparison } from '../../core/branch/branch-comparison.js';
import type { BranchBase, UncomparedBranch } from '../../core/branch/uncompared-branch.js';

/** What the present check comes to against another commit's baseline. */
export type BranchState =
  | UncomparedBranch
  | (BranchBase & { readonly kind: 'compared'; readonly comparison: BranchComparison });
