import type { BaselineEntry, BaselineEnvironment } from '../core/baseline/baseline.js';
import type { ShownAuthority } from '../core/check/check-run.js';
import {
  type BaselineRelation,
  type Reconciliation,
  ReconciliationMemory,
  reconcile,
  relateBaselines,
} from '../core/compare/reconcile.js';
import type { SourceChanges } from '../core/compare/source-changes.js';
import { SummaryMemory, summarise } from '../core/counts/summarise.js';
import type { LocatedError, MypyError } from '../core/error/mypy-error.js';
import { areIdentical } from '../core/list/are-identical.js';
import type { BaselinePair } from './baseline-pair.js';
import type { ProjectResult } from './project-state.js';

/** The errors of a check that mypy finished. */
export interface CompleteCheck {
  readonly errors: readonly LocatedError[];
  /** A name for each error, in the same order. */
  readonly ids: readonly string[];
  /** Errors of files that were set aside: each has its entry in every baseline there is. */
  readonly unchanged: readonly MypyError[];
  /** The environment in which they were found; null when mypy ran elsewhere. */
  readonly environment: BaselineEnvironment | null;
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
  /** How many files mypy says that it checked; null where it does not. */
  readonly checkedFiles: number | null;
  /** Whether plain mypy found them; a preview is shown, and nothing is decided on it. */
  readonly authority: ShownAuthority;
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
  readonly #counts = new SummaryMemory();
  #relation:
    | {
        readonly entries: readonly BaselineEntry[];
        readonly committed: readonly BaselineEntry[] | null;
        readonly relation: BaselineRelation;
      }
    | undefined;

  /** @param changes What was edited since the baselines were written. */
  result(check: CompleteCheck, pair: BaselinePair, changes: SourceChanges): ProjectResult {
    const { entries, committed, isFileDeleted } = pair;
    const known = this.#memory;
    const isKnown =
      known?.entries === entries &&
      known.committed === committed &&
      known.result.changes === changes;
    if (isKnown && known.check === check) return known.result;
    // Nothing changed, or nothing that mypy minds.
    const isSame =
      isKnown &&
      areIdentical(known.check.errors, check.errors) &&
      areIdentical(known.check.unchanged, check.unchanged);
    const reconciliation = isSame
      ? known.result.reconciliation
      : this.#compare(check, pair, changes);
    const summary = isSame
      ? known.result.summary
      : summarise(reconciliation, check.unchanged, this.#counts);
    const { errors: _, ...facts } = check;
    const found = { reconciliation, summary, entries, committed, isFileDeleted, changes };
    const result = { ...facts, ...found };
    this.#memory = { check, entries, committed, result };
    return result;
  }

  #compare(
    check: CompleteCheck,
    { entries, committed }: BaselinePair,
    changes: SourceChanges,
  ): Reconciliation {
    const { errors, unchanged } = check;
    if (unchanged.length === 0) {
      const relation = this.#relate(entries, committed);
      const memory = this.#comparisons;
      return reconcile(errors, entries, committed, { relation, memory, changes });
    }
    const aside = new Set(unchanged.map(({ path }) => path));
    const rest = entries.flatMap((entry, index) =>
      aside.has(entry.path) ? [] : [{ entry, index }],
    );
    if (entries.length - rest.length !== unchanged.length) {
      throw new Error('The baseline was changed while errors were held against it.');
    }
    const working = rest.map(({ entry }) => entry);
    const base =
      committed === entries ? working : committed?.filter(({ path }) => !aside.has(path));
    const reconciliation = reconcile(errors, working, base ?? null, { changes });
    // Indexes into the whole file, as whoever shrinks it needs them.
    const stale = [...reconciliation.stale].flatMap((index) => rest[index]?.index ?? []);
    return { ...reconciliation, stale: new Set(stale) };
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
