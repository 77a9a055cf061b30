import type { TrendPoint } from '../core/report/report.js';
import { readFileHistory } from '../workspace/git/file-history.js';
import { sizeCommits } from './baseline-sizes.js';

/** The most points of a trend: a plot shows no more, and a page must not grow for ever. */
const MOST_POINTS = 200;

/**
 * How many entries the baseline (absolute path) had after each commit that changed it, oldest first.
 * Empty where git says nothing.
 */
export async function readTrend(baselinePath: string): Promise<readonly TrendPoint[]> {
  const history = await readFileHistory(baselinePath);
  if (history.kind === 'failed') return [];
  const points = sizeCommits(history.commits).map(({ commit, at, total }) => ({
    commit,
    at,
    total,
  }));
  return thinOut(points, MOST_POINTS);
}

/** At most so many of the points, evenly, the first and the last among them. */
function thinOut(points: readonly TrendPoint[], most: number): readonly TrendPoint[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)]).filter(
    (point) => point !== undefined,
  );
}
