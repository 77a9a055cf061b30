import type { CheckRun } from '../core/check/check-run.js';
import { excerpt } from '../core/output/excerpt.js';
import type { Problem } from '../core/problem/problem.js';

export type CompleteRun = Extract<CheckRun, { kind: 'complete' }>;

/** When a run began, and how long it took. */
export interface RunTimes {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly durationMs: number;
}

/** Why a run that ended gives no result. */
export function toProblem(run: Extract<CheckRun, { kind: 'blocked' | 'failed' }>): Problem {
  return run.kind === 'blocked'
    ? { kind: 'check-blocked', blockers: run.blockers }
    : { kind: 'check-failed', failure: run.failure, stderr: excerpt(run.stderr) };
}

/** What the reader of a complete run must know. mypy warns of configuration mistakes on stderr. */
export function listRunProblems({ isProven, stderr }: CompleteRun): readonly Problem[] {
  const detail = excerpt(stderr.trim());
  return [
    ...(isProven ? [] : [{ kind: 'output-unproven' } as const]),
    ...(detail === '' ? [] : [{ kind: 'configuration-warning', detail } as const]),
  ];
}
