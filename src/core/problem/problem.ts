import type { BaselineEnvironment } from '../baseline/baseline.js';
import type { RunFailure } from '../check/check-run.js';
import type { MypyError } from '../error/mypy-error.js';
import type { Phrase } from '../language/language.js';

/** Where we looked for an interpreter, in the order of looking. */
export type InterpreterOrigin = 'setting' | ChoiceOrigin | FoundOrigin;

/** Where a person chose a Python for something else than us. */
export type ChoiceOrigin = 'neighbour-setting' | 'python-environments' | 'python-extension';

type FoundOrigin = 'project-venv' | 'virtual-env-variable' | 'path' | 'mypy-script';

/** A Python that was chosen elsewhere: an interpreter, the folder of an environment, or its mypy script. */
export interface ChosenPython {
  /** Absolute. */
  readonly path: string;
  readonly origin: ChoiceOrigin;
}

/** An interpreter that was looked at and not taken. */
export interface RejectedInterpreter {
  readonly interpreter: string;
  readonly origin: InterpreterOrigin;
  readonly why: 'not-found' | 'no-mypy' | 'not-python' | 'too-old';
  /** What the interpreter said, for the log. */
  readonly detail: string;
}

/** One field of the environment in which the baseline's header and this machine differ. */
export interface EnvironmentDifference {
  readonly field: keyof BaselineEnvironment;
  readonly baseline: string;
  readonly here: string;
}

/** Whatever keeps the picture from being whole and of now. Worded only in `describeProblem`. */
export type Problem =
  | { readonly kind: 'no-interpreter'; readonly rejected: readonly RejectedInterpreter[] }
  /** mypy is not run, and what is shown stands in the baseline file (absolute path). */
  | { readonly kind: 'workspace-untrusted'; readonly path: string }
  | { readonly kind: 'no-python-files' }
  | { readonly kind: 'folder-gone'; readonly path: string }
  /** A fault of ours kept the check from its end. */
  | { readonly kind: 'check-broken'; readonly detail: string }
  /** It runs, for longer than is to be expected. `lastMs`: how long the last one took, if any. */
  | { readonly kind: 'check-slow'; readonly lastMs: number | null }
  | { readonly kind: 'check-blocked'; readonly blockers: readonly MypyError[] }
  | { readonly kind: 'check-failed'; readonly failure: RunFailure; readonly stderr: string }
  | { readonly kind: 'baseline-unreadable'; readonly path: string; readonly detail: Phrase }
  | {
      readonly kind: 'baseline-malformed';
      readonly path: string;
      /** 1-based. */
      readonly line: number;
      readonly detail: Phrase;
    }
  | { readonly kind: 'baseline-conflicted'; readonly path: string; readonly line: number }
  /** As git's union merge leaves them. `line` (1-based) is that of the second, `count` all of them. */
  | {
      readonly kind: 'baseline-headers-doubled';
      readonly path: string;
      readonly line: number;
      readonly count: number;
    }
  | { readonly kind: 'baseline-newer'; readonly path: string; readonly version: number }
  | { readonly kind: 'baseline-not-written'; readonly path: string; readonly detail: Phrase }
  | { readonly kind: 'committed-baseline-unknown'; readonly detail: string }
  | {
      readonly kind: 'environment-differs';
      readonly differences: readonly EnvironmentDifference[];
    }
  /** mypy's daemon or an earlier session found the errors, and plain mypy has not yet. */
  | { readonly kind: 'check-unconfirmed' }
  /** mypy ran elsewhere, so nobody knows whether it was the baseline's. */
  | { readonly kind: 'environment-unknown' }
  /** Output of a mypy that ran elsewhere, which may have been cut. */
  | { readonly kind: 'output-unproven' }
  | { readonly kind: 'configuration-warning'; readonly detail: string }
  | { readonly kind: 'configuration-unreadable'; readonly path: string; readonly detail: Phrase };
