import type { HistoryPoint } from '../core/history/history-point.js';
import type { TrendPoint } from '../core/report/report.js';

/** The most points of a trend: a plot shows no more, and a page must not grow for ever. */
const MOST_POINTS = 200;

/** How many entries the baseline had over time, oldest first, in so many points as a plot shows. */
export function toTrend(points: readonly HistoryPoint[]): readonly TrendPoint[] {
  const sized = points.flatMap(({ commit, at, size, damagedLines }) =>
    size === null || damagedLines > 0 ? [] : [{ commit, at, total: size.total }],
  );
  return thinOut(sized, MOST_POINTS);
}

/** At most so many of the points, evenly, the first and the last among them. */
function thinOut(points: readonly TrendPoint[], most: number): readonly TrendPoint[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)]).filter(
    (point) => point !== undefined,
  );
}
