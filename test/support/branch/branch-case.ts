import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import type { BranchComparison } from '../../../src/core/branch/branch-comparison.js';
import { compareBranch } from '../../../src/core/branch/compare-branch.js';
import {
  ReconciliationMemory,
  reconcile,
  relateBaselines,
} from '../../../src/core/compare/reconcile.js';
import { NO_CHANGES } from '../../../src/core/compare/source-changes.js';
import { ErrorNamer } from '../../../src/core/error/error-id.js';
import { toErrors } from '../arbitrary/errors.js';

/** What a branch is made of, each list as the baseline would write it. */
export interface BranchCase {
  /** What mypy finds, one a line. */
  readonly errors: readonly BaselineEntry[];
  readonly base: readonly BaselineEntry[];
  /** The file on disk; as the base has it when absent. */
  readonly working?: readonly BaselineEntry[];
  /** The file at HEAD; as on disk when absent. */
  readonly committed?: readonly BaselineEntry[];
}

/** Compares as the editor does: first with file and commit, then with the base. */
export function compareCase({
  errors,
  base,
  working = base,
  committed = working,
}: BranchCase): BranchComparison {
  const located = toErrors(errors);
  return compareBranch({
    errors: reconcile(located, working, committed).errors,
    ids: new ErrorNamer().name(located),
    working,
    base,
    relation: relateBaselines(working, base),
    changes: NO_CHANGES,
    memory: new ReconciliationMemory(),
  });
}

/** An entry of `a.py` about one name, with whatever a test wants to be different. */
export function entryOf(name: string, change: Partial<BaselineEntry> = {}): BaselineEntry {
  return {
    path: 'a.py',
    code: 'arg-type',
    scope: `use_${name}`,
    message: `Argument 1 to "${name}" has incompatible type "str"; expected "int"`,
    text: `result = ${name}(value_of_${name})`,
    ...change,
  };
}
