import type { Problem } from './problem.js';

/** What a person can do about a problem; the extension has a command for each. */
export type ProblemRemedy =
  | 'select-interpreter'
  | 'show-log'
  | 'open-blocker'
  | 'open-baseline'
  | 'repair-baseline'
  | 'update-baseline'
  | 'check-now'
  | 'install-mypy'
  | 'manage-trust'
  | 'restart';

/** A problem in words. */
export interface ProblemText {
  readonly kind: Problem['kind'];
  /** One short sentence, for a view or a status bar tooltip. */
  readonly message: string;
  /** More, for the log. */
  readonly detail: string;
  readonly remedy: ProblemRemedy;
  /** Where to look: an absolute or project-relative path and a 1-based line. */
  readonly location?: { readonly path: string; readonly line: number };
}
