import type { CheckRun } from '../../core/check/check-run.js';
import type { RunRecord } from '../answer/run-record.js';
import type { CheckPriority } from '../process/run-process.js';
import type { EarlyListener } from './early-errors.js';

/** How far a running check is. mypy says nothing of its own accord, so this is what we can see. */
export interface CheckProgress {
  /** Milliseconds since the run began. */
  readonly elapsedMs: number;
  /**
   * Files that mypy is done with, libraries' among them, in a check that began without a cache and
   * where the engine can tell; else null.
   */
  readonly files: number | null;
}

export interface CheckOptions {
  readonly signal: AbortSignal;
  /** Whether a preview will do, from an engine that gives one; plain mypy is asked when absent. */
  readonly authority?: 'plain' | 'any';
  /** `low` for a check that nobody waits for: it must not slow the editor down. */
  readonly priority?: CheckPriority;
  /** Absolute path of a file to count mypy's files in, for engines that can. */
  readonly countInto?: string;
  /**
   * Is told when mypy is at work and leaves this process free for other things; its process id, where
   * it is known.
   */
  readonly onStarted?: (pid?: number) => void;
  readonly onProgress?: (progress: CheckProgress) => void;
  /**
   * Absolute paths of files that mypy would take for unchanged although they are not, from
   * `SameSecondChanges`. They are dropped from mypy's cache before the run.
   */
  readonly forget?: readonly string[];
  /** Whether the answer of another run will do that is proved to be of the same state. */
  readonly mayAdopt?: boolean;
  /** Absolute paths of files that changed since plain mypy answered, where somebody knows. */
  readonly edited?: readonly string[];
  /** Is filled by engines that can tell what mypy asks of the file system. */
  readonly record?: RunRecord;
  /** Is told of work on the cache that goes on when the check has ended. */
  readonly onAfterwork?: (work: Promise<void>) => void;
  /** Whether an earlier run may have left mypy's cache half-written; see `worker.py`. */
  readonly repair?: boolean;
  /** Longer than this ends the run; `CHECK_TIMEOUT_MS` when absent. */
  readonly timeoutMs?: number;
  /** Engines that cannot tell anything early tell nothing. */
  readonly early?: EarlyListener | undefined;
}

/**
 * Runs mypy over the whole project. One check at a time; the caller sees to that. Never throws for
 * anything mypy does: every ending is a {@link CheckRun}.
 */
export interface Checker {
  /** For the log: `prewarmed`, `daemon`, `process`. */
  readonly engine: string;
  check(options: CheckOptions): Promise<CheckRun>;
  /**
   * Whether mypy and the packages beside it are what they were at the last check; false where nobody
   * knows.
   */
  hasSameEnvironment(): Promise<boolean>;
  /** Another check will follow the running one at once. */
  expectAnother(): void;
  /** Ends every process that belongs to this checker. */
  dispose(): Promise<void>;
}
