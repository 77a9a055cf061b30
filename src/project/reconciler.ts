import type { BaselineEntry, BaselineEnvironment } from '../core/baseline/baseline.js';
import { type Reconciliation, reconcile } from '../core/compare/reconcile.js';
import { summarise } from '../core/counts/summarise.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import type { BaselinePair } from './baseline-pair.js';
import type { ProjectResult } from './project-state.js';

/** The errors of a check that mypy finished. */
export interface CompleteCheck {
  readonly errors: readonly LocatedError[];
  /** A name for each error, in the same order. */
  readonly ids: readonly string[];
  /** The environment in which they were found. */
  readonly environment: BaselineEnvironment;
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
}

interface Memory {
  readonly check: CompleteCheck;
  readonly entries: readonly BaselineEntry[];
  readonly committed: readonly BaselineEntry[] | null;
  readonly result: ProjectResult;
}

/** Reconciles, and remembers the last answer: one save asks for it several times. */
export class Reconciler {
  #memory: Memory | undefined;

  reconcile(check: CompleteCheck, pair: BaselinePair): Reconciliation {
    return this.result(check, pair).reconciliation;
  }

  result(check: CompleteCheck, { entries, committed }: BaselinePair): ProjectResult {
    const known = this.#memory;
    if (known?.check === check && known.entries === entries && known.committed === committed) {
      return known.result;
    }
    const reconciliation = reconcile(check.errors, entries, committed);
    const { ids, checkedAt, durationMs } = check;
    const summary = summarise(reconciliation);
    const result = { reconciliation, ids, summary, checkedAt, durationMs };
    this.#memory = { check, entries, committed, result };
    return result;
  }
}
