import type { BaselineEntry, BaselineRead } from '../core/baseline/baseline.js';
import type { LocatedError, MypyError } from '../core/error/mypy-error.js';
import type { Problem } from '../core/problem/problem.js';
import type { Checker } from '../mypy/checker/checker.js';
import type { FileState } from '../mypy/checker/same-second-changes.js';
import type { MypyEnvironment } from '../mypy/interpreter/environment.js';
import type { TrialChecker } from '../mypy/trial/trial-checker.js';
import type { WriteDecision, WriteResult } from '../workspace/baseline-store/baseline-store.js';
import type { CommittedBaseline } from '../workspace/baseline-store/committed-baselines.js';
import type { ChangesRead } from '../workspace/git/source-changes.js';
import type { ResultMemory } from './last-result/result-memory.js';

/** Where a project tells what it does, for the person who looks into the log. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** All that is decided before the first run and stays until configuration or interpreter change. */
export interface Preparation {
  /** Null when mypy ran elsewhere. */
  readonly environment: MypyEnvironment | null;
  readonly checker: Checker;
  /** For the baseline's header. */
  readonly configHash: string;
  readonly targets: readonly string[];
  /** Mistakes in configuration that do not keep mypy from running. */
  readonly warnings: readonly Problem[];
  /** Null when mypy ran elsewhere. */
  readonly trials: TrialPorts | null;
  /** Whether folder, interpreter and mypy are still those that were found. */
  isCurrent(): Promise<boolean>;
}

/** How texts that are not on disk are checked, as far as it is prepared with the checker. */
export interface TrialPorts {
  /** Whether the Python that mypy checks for has `X | Y` as a type: from 3.10 on. */
  readonly hasUnions: boolean;
  /** @param paths Relative to the root: the files that will have other texts. */
  open(paths: readonly string[], signal: AbortSignal): Promise<TrialChecker>;
}

export type PreparationResult =
  | { readonly kind: 'ready'; readonly preparation: Preparation }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The edges of a project: what tests replace. */
export interface ProjectPorts {
  readonly log: Log;
  /** Finds interpreter and configuration and makes a checker. Called again after `reset`. */
  prepare(signal: AbortSignal): Promise<PreparationResult>;
  /** Files (absolute paths) as they are now; those that cannot be read are left out. */
  readStates(files: readonly string[]): Promise<readonly FileState[]>;
  /** @param mypyVersion Decides what mypy counts in columns; null when it is not known. */
  locate(
    errors: readonly MypyError[],
    mypyVersion: string | null,
  ): Promise<readonly LocatedError[]>;
  /** Looks ahead, for `locate`, which files are as they were: a run has just begun. */
  foresee(): Promise<void>;
  /** Reads the files of a baseline's entries ahead, for `findUnchanged`. */
  preload(entries: readonly BaselineEntry[]): Promise<void>;
  /** Paths of the files in which nothing changed against a baseline. */
  findUnchanged(
    errors: readonly MypyError[],
    entries: readonly BaselineEntry[],
  ): Promise<ReadonlySet<string>>;
  /**
   * What was edited in some files since the baseline knew all of their errors.
   *
   * @param paths Relative to the root.
   */
  readChanges(paths: readonly string[]): Promise<ChangesRead>;
  readBaseline(): Promise<BaselineRead>;
  writeBaseline(decide: (current: BaselineRead) => WriteDecision): Promise<WriteResult>;
  /** Of the commit that is checked out. */
  readCommitted(): Promise<CommittedBaseline>;
  /** What tells one checked-out commit from another; null without git. */
  readHead(): Promise<string | null>;
  /** Null where no session follows, as on the command line. */
  readonly results: ResultMemory | null;
  /** Whether git is changing the working tree right now. */
  isGitBusy(): Promise<boolean>;
  /** Epoch milliseconds, as people set them: for what is shown as a time of day. */
  now(): number;
  /** Milliseconds since some moment; nobody sets them back. For durations. */
  clock(): number;
}
