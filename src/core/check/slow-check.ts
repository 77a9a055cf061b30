import type { Problem } from '../problem/problem.js';
import type { ProjectActivity } from './project-activity.js';

/** Nobody worries about a check that is shorter. */
const SHORTEST_MS = 10_000;

/** A warm check of a leaf takes a fraction of one that goes through the whole code base. */
const FACTOR = 5;

/** A first check may be a cold one of a large code base. */
const FIRST_MS = 5 * 60_000;

/** What to tell of a check that takes much longer than the last one; null when it does not. */
export function findSlowness(
  activity: ProjectActivity,
): Extract<Problem, { kind: 'check-slow' }> | null {
  if (activity.kind === 'idle') return null;
  const { elapsedMs, lastMs } = activity;
  const usualMs = lastMs === null ? FIRST_MS : Math.max(SHORTEST_MS, FACTOR * lastMs);
  return elapsedMs > usualMs ? { kind: 'check-slow', lastMs } : null;
}
