import type { BaselineEntry, BaselineEnvironment } from '../core/baseline/baseline.js';
import {
  type BaselineRelation,
  type Reconciliation,
  ReconciliationMemory,
  reconcile,
  relateBaselines,
} from '../core/compare/reconcile.js';
import { summarise } from '../core/counts/summarise.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import type { BaselinePair } from './baseline-pair.js';
import type { ProjectResult } from './project-state.js';

/** The errors of a check that mypy finished. */
export interface CompleteCheck {
  readonly errors: readonly LocatedError[];
  /** A name for each error, in the same order. */
  readonly ids: readonly string[];
  /** The environment in which they were found; null when mypy ran elsewhere. */
  readonly environment: BaselineEnvironment | null;
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
  /** How many files mypy says that it checked; null where it does not. */
  readonly checkedFiles: number | null;
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
  readonly #comparisons = new ReconciliationMemory();
  #relation:
    | {
        readonly entries: readonly BaselineEntry[];
        readonly committed: readonly BaselineEntry[] | null;
        readonly relation: BaselineRelation;
      }
    | undefined;

  reconcile(check: CompleteCheck, pair: BaselinePair): Reconciliation {
    return this.result(check, pair).reconciliation;
  }

  result(check: CompleteCheck, { entries, committed }: BaselinePair): ProjectResult {
    const known = this.#memory;
    const isKnown = known?.entries === entries && known.committed === committed;
    if (isKnown && known.check === check) return known.result;
    const { ids, checkedAt, durationMs, checkedFiles, environment } = check;
    const isSame = isKnown && areIdentical(known.check.errors, check.errors);
    const reconciliation = isSame
      ? known.result.reconciliation
      : reconcile(
          check.errors,
          entries,
          committed,
          this.#relate(entries, committed),
          this.#comparisons,
        );
    const summary = isSame ? known.result.summary : summarise(reconciliation);
    const result = {
      reconciliation,
      ids,
      summary,
      entries,
      committed,
      environment,
      checkedAt,
      durationMs,
      checkedFiles,
    };
    this.#memory = { check, entries, committed, result };
    return result;
  }

  #relate(
    entries: readonly BaselineEntry[],
    committed: readonly BaselineEntry[] | null,
  ): BaselineRelation {
    const known = this.#relation;
    if (known?.entries === entries && known.committed === committed) return known.relation;
    const relation = relateBaselines(entries, committed);
    this.#relation = { entries, committed, relation };
    return relation;
  }
}

/** Whether a check found the very same errors: nothing changed, or nothing that mypy minds. */
function areIdentical(left: readonly LocatedError[], right: readonly LocatedError[]): boolean {
  return left.length === right.length && left.every((error, index) => error === right[index]);
}
