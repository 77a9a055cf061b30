import type { BaselineEntry, BaselineEnvironment } from '../core/baseline/baseline.js';
import type { BaselinePresence } from '../core/baseline/baseline-presence.js';
import type { ShownAuthority } from '../core/check/check-run.js';
import type { ProjectActivity } from '../core/check/project-activity.js';
import type { Reconciliation } from '../core/compare/reconcile.js';
import type { SourceChanges } from '../core/compare/source-changes.js';
import type { Summary } from '../core/counts/summarise.js';
import type { LocatedError, MypyError } from '../core/error/mypy-error.js';
import type { Problem } from '../core/problem/problem.js';
import type { MypyEnvironment } from '../mypy/interpreter/environment.js';

/** The last complete check, compared with the baselines as they were last read. */
export interface ProjectResult {
  readonly reconciliation: Reconciliation;
  /** A name for each of the reconciliation's errors, in the same order. */
  readonly ids: readonly string[];
  /** Errors that were set aside, beside those of the reconciliation; see `ProjectOptions.measures`. */
  readonly unchanged: readonly MypyError[];
  readonly summary: Summary;
  /** The working baseline that they were held against. */
  readonly entries: readonly BaselineEntry[];
  /** The committed baseline, where there is one. */
  readonly committed: readonly BaselineEntry[] | null;
  /** What was edited since the baselines were written, in files where that matters. */
  readonly changes: SourceChanges;
  /** Whether the file is gone while the commit has it. */
  readonly isFileDeleted: boolean;
  /** In which they were found; null when mypy ran elsewhere. */
  readonly environment: BaselineEnvironment | null;
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
  /** How many files mypy says that it checked; null where it does not. */
  readonly checkedFiles: number | null;
  /** Whether plain mypy found the errors; see `CheckRun`. */
  readonly authority: ShownAuthority;
}

/** One project as of now: a value, replaced as a whole. */
export interface ProjectState {
  readonly activity: ProjectActivity;
  readonly environment: MypyEnvironment | null;
  readonly engine: string | null;
  readonly presence: BaselinePresence;
  readonly result: ProjectResult | null;
  /** Whether something changed since the result was found that no check is made for by itself. */
  readonly isOutdated: boolean;
  /** Why the result is not of now. */
  readonly stale: Problem | null;
  /** How long after the failure the check is made again by itself, in ms; null where it is not. */
  readonly retryAfterMs: number | null;
  /** The errors that keep mypy from looking further, when that is why. */
  readonly blockers: readonly LocatedError[];
  readonly problems: readonly Problem[];
}

export const INITIAL_STATE: ProjectState = {
  activity: { kind: 'idle' },
  environment: null,
  engine: null,
  presence: 'absent',
  result: null,
  isOutdated: false,
  stale: null,
  retryAfterMs: null,
  blockers: [],
  problems: [],
};
