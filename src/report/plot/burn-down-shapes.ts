import { area, curveStepAfter, line } from 'd3-shape';
import { startOfDay } from '../../core/plan/day.js';
import type { PlanProgress } from '../../core/plan/plan-progress.js';
import type { TrendPoint } from '../../core/report/report.js';
import type { BurnDownScales } from './burn-down-scales.js';

interface PlotPoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly total: number;
}

/** What really happened, as paths. */
export interface HistoryShapes {
  readonly line: string;
  /** What lies under it. */
  readonly area: string;
}

/** What was planned and what is foretold, as paths; empty where there is nothing to draw. */
export interface PlanShapes {
  readonly line: string;
  readonly forecast: string;
  readonly range: string;
}

/** A size holds until the next commit, the last one until now (epoch milliseconds). */
export function historyShapes(
  points: readonly TrendPoint[],
  now: number,
  scales: BurnDownScales,
): HistoryShapes {
  const last = points.at(-1);
  const held = last === undefined ? [] : [...points, { ...last, at: Math.max(now, last.at) }];
  const under = area<PlotPoint>(
    ({ at }) => scales.x(at),
    scales.area.height,
    ({ total }) => scales.y(total),
  );
  return {
    line: pathOn(scales).curve(curveStepAfter)(held) ?? '',
    area: under.digits(1).curve(curveStepAfter)(held) ?? '',
  };
}

/** May go beyond the drawing, which cuts them. */
export function planShapes(
  { line: { from, to }, today, target, sprintDays, forecast }: PlanProgress,
  now: number,
  scales: BurnDownScales,
): PlanShapes {
  const path = pathOn(scales);
  const end = startOfDay(to.day + 1);
  const planned = [
    { at: startOfDay(from.day), total: from.total },
    { at: end, total: to.total },
    { at: Math.max(end, scales.until), total: to.total },
  ];
  if (forecast.kind !== 'date') return { line: path(planned) ?? '', forecast: '', range: '' };
  const { expected, least, most } = forecast.fall;
  const sprintMs = startOfDay(sprintDays);
  const afterFalling = (perSprint: number, at: number) =>
    Math.max(target, today.total - (perSprint * (at - now)) / sprintMs);
  const bends = [expected, least, most]
    .filter((perSprint) => perSprint > 0)
    .map((perSprint) => now + ((today.total - target) / perSprint) * sprintMs);
  const times = [now, ...bends, scales.until].filter((at) => at >= now).sort((a, b) => a - b);
  const range = area<number>(
    (at) => scales.x(at),
    (at) => scales.y(afterFalling(most, at)),
    (at) => scales.y(afterFalling(least, at)),
  );
  return {
    line: path(planned) ?? '',
    forecast: path(times.map((at) => ({ at, total: afterFalling(expected, at) }))) ?? '',
    range: range.digits(1)(times) ?? '',
  };
}

function pathOn(scales: BurnDownScales) {
  return line<PlotPoint>(
    ({ at }) => scales.x(at),
    ({ total }) => scales.y(total),
  ).digits(1);
}
