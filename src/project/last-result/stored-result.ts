import type { BaselineEnvironment } from '../../core/baseline/baseline.js';
import type { LocatedError } from '../../core/error/mypy-error.js';

/** What must be the same for a result to be of this project as it is set up now. */
export interface ResultIdentity {
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly baselinePath: string;
  /** As in the baseline's header. */
  readonly config: string;
  readonly targets: readonly string[];
  /** The interpreter that the settings name; empty where it is to be found. */
  readonly interpreter: string;
}

/** The errors of one file. */
export interface StoredFile {
  /** As {@link LocatedError.path}. */
  readonly path: string;
  /** From `stampFile`, of what mypy read; empty where that is not known. */
  readonly stamp: string;
  /** At least one. */
  readonly errors: readonly LocatedError[];
}

/** How much a check without a cache was: what to expect of the next one. */
export interface ColdCheck {
  readonly durationMs: number;
  /** As `CheckProgress.files`, at the end. */
  readonly files: number;
}

/** What a complete check found, apart from its errors. */
export interface ResultFacts {
  readonly environment: BaselineEnvironment;
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
  /** From mypy's summary line. */
  readonly checkedFiles: number | null;
  /** The last check that began without a cache; null where none was counted. */
  readonly cold: ColdCheck | null;
}
