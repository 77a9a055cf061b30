import type { Verdict } from '../core/gate/verdict.js';

/** What the command line ends with. */
export const EXIT = {
  pass: 0,
  /** Something got worse; for `merge`, a conflict. */
  regressions: 1,
  /** mypy or we could not do what was asked: never to be taken for a pass. */
  failed: 2,
  /** Nothing got worse, and fixed errors still stand in the baseline. */
  stale: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a gate ends with that came to a verdict. */
export function exitCodeOf({ kind }: Verdict): ExitCode {
  return kind === 'pass' ? EXIT.pass : kind === 'stale' ? EXIT.stale : EXIT.regressions;
}
