import type { BaselineEnvironment } from '../../core/baseline/baseline.js';
import type { LocatedError } from '../../core/error/mypy-error.js';
import type { ColdCheck } from './stored-result.js';

/** A complete check, as far as it can be shown in another session. */
export interface KeptCheck {
  readonly errors: readonly LocatedError[];
  readonly environment: BaselineEnvironment;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
  readonly checkedFiles: number | null;
  readonly cold: ColdCheck | null;
}

/** What is left of a check of an earlier session: `startedAt` would say nothing any more. */
export type RecalledCheck = Omit<KeptCheck, 'startedAt'>;

/** Keeps the last complete check of a project from one session to the next. */
export interface ResultMemory {
  /** What an earlier session found, as far as it is still to be seen; null where nothing fits. */
  recall(): Promise<RecalledCheck | null>;
  /** Writes a check down, soon. */
  keep(check: KeptCheck): void;
  /** Resolves when all is written. */
  close(): Promise<void>;
}
