import type { RunFailure } from '../core/check/check-run.js';
import type { Problem } from '../core/problem/problem.js';

/**
 * Milliseconds until a check is made again by itself, or null for never: a program that has crashed
 * four times crashes a fifth time, and a save or a command tries at once anyway.
 *
 * @param problem Why the last one gave no verdict.
 * @param failures How many before it failed in a row.
 */
export function waitAfter(
  problem: Problem,
  failures: number,
  waitsMs: readonly number[],
): number | null {
  return mayPass(problem) ? (waitsMs[failures] ?? null) : null;
}

/** Whether waiting may help. What stands in a file is followed when the file changes. */
function mayPass(problem: Problem): boolean {
  switch (problem.kind) {
    case 'check-failed':
      return mayFailurePass(problem.failure);
    // An environment that is being made anew.
    case 'no-interpreter':
    // A folder that is being moved, or is on a drive that comes back.
    case 'folder-gone':
    // A file or a process that the system refused.
    case 'check-broken':
      return true;
    default:
      return false;
  }
}

function mayFailurePass({ kind }: RunFailure): boolean {
  switch (kind) {
    case 'killed':
    case 'crashed':
    case 'timed-out':
    case 'not-started':
    case 'no-mypy':
    // A plugin that is being installed anew.
    case 'usage':
    // On Windows one that was killed looks so.
    case 'not-understood':
      return true;
    case 'flooded':
      return false;
  }
}
