import type { MypyError } from '../error/mypy-error.js';
import type { Phrase } from '../language/language.js';

/** Everything a finished mypy process left behind. Judged by {@link judgeOutput}. */
export interface MypyOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** null when a signal ended the process. */
  readonly exitCode: number | null;
  /** `SIGKILL`, …; null when the process ended by itself. */
  readonly signal: string | null;
}

/** Why a run that ended gives no verdict. Worded by `describeProblem`. */
export type RunFailure =
  /** The interpreter could not be started. */
  | { readonly kind: 'not-started'; readonly detail: string }
  | { readonly kind: 'no-mypy'; readonly detail: string }
  | { readonly kind: 'killed'; readonly signal: string }
  /** Ended by us because it ran longer than allowed. */
  | { readonly kind: 'timed-out'; readonly afterMs: number }
  /** A traceback or mypy's own INTERNAL ERROR. */
  | { readonly kind: 'crashed'; readonly detail: string }
  /** Exit status 2 without a blocking error in a file: wrong options, broken plugin, no files. */
  | { readonly kind: 'usage'; readonly detail: string }
  /** Too much output to be mypy's. */
  | { readonly kind: 'flooded'; readonly limitBytes: number }
  /** The process ended well and still did not prove that it finished, or we misread it. */
  | { readonly kind: 'not-understood'; readonly detail: Phrase };

/**
 * Who found the errors of a check: plain mypy, whose answer is the truth, or its daemon, which is
 * sometimes wrong about files that nobody touched (python/mypy#9655) and only gives a preview.
 */
export type CheckAuthority = 'plain' | 'preview';

/** The same for errors that are shown: those of an earlier session are until mypy has run. */
export type ShownAuthority = CheckAuthority | 'last-session';

/**
 * That another process ran mypy, and that mypy would say the same now: all that it asked of the disk is
 * still answered as it was.
 */
export interface Adoption {
  /** Milliseconds that mypy took there. */
  readonly durationMs: number;
}

/**
 * How one check of a whole project ended. Only `complete` says anything about errors that are not
 * there: each of the others means "mypy could not look".
 */
export type CheckRun =
  | {
      readonly kind: 'complete';
      readonly authority: CheckAuthority;
      readonly errors: readonly MypyError[];
      /** From mypy's summary line; null in JSON mode, which has none. */
      readonly checkedFiles: number | null;
      /** Lines of stdout that are not mypy's, as plugins print them. */
      readonly noise: readonly string[];
      /**
       * Whether the output itself shows that it is whole. JSON has no summary line, so that without
       * an exit status one that was cut looks like any other.
       */
      readonly isProven: boolean;
      /**
       * mypy warns of configuration mistakes here, with exit status 0; with its notes about the
       * configuration file on standard output.
       */
      readonly stderr: string;
      readonly adoption?: Adoption;
    }
  | {
      readonly kind: 'blocked';
      /** The errors that kept mypy from checking: syntax, duplicate module. At least one. */
      readonly blockers: readonly MypyError[];
      readonly stderr: string;
      readonly adoption?: Adoption;
    }
  | { readonly kind: 'failed'; readonly failure: RunFailure; readonly stderr: string }
  | { readonly kind: 'cancelled' };
