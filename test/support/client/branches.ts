import type { BranchSection } from '../../../src/core/branch/group-branch.js';
import type { BranchRow, ShownBranch } from '../../../src/protocol/branch-messages.js';
import { counts } from './snapshots.js';

export const COMMIT = 'a'.repeat(40);

/** One error that the branch introduces into `app/cart.py`. */
export const INTRODUCED: BranchSection = {
  kind: 'introduced',
  count: 1,
  byCategory: [{ key: 'call-signature', title: 'Calls and signatures', count: 1 }],
  byFile: [{ key: 'app/cart.py', title: 'app/cart.py', count: 1 }],
};

/** A branch compared with `main`. */
export function comparedBranch(
  sections: readonly BranchSection[] = [INTRODUCED],
): Extract<ShownBranch, { kind: 'compared' }> {
  const totals = counts(9, 8, 1, 0);
  return { kind: 'compared', name: 'main', commit: COMMIT, totals, sections };
}

/** An introduced error on line 5, with whatever a test wants to be different. */
export function branchRow(change: Partial<BranchRow> = {}): BranchRow {
  return {
    id: 'row',
    kind: 'introduced',
    path: 'app/cart.py',
    uri: 'file:///shop/app/cart.py',
    place: { line: 4, character: 0, endLine: 4, endCharacter: 5 },
    code: 'call-arg',
    category: 'call-signature',
    scope: 'Cart.add',
    message: 'Missing positional argument',
    text: 'total()',
    atBase: null,
    tier: null,
    causes: [],
    reason: null,
    expires: null,
    origin: { kind: 'unknown' },
    ...change,
  };
}
