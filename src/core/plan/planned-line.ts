import type { Day } from './day.js';
import type { Plan } from './plan.js';

/** Where a straight line begins and ends; before and after it is level. */
export interface PlannedLine {
  readonly from: LinePoint;
  readonly to: LinePoint;
}

interface LinePoint {
  readonly day: Day;
  readonly total: number;
}

/** No plan is drawn further. */
const MOST_DAYS = 3653;

/**
 * The line from a plan's start to its target: at its date, or without one when the least pace gets
 * there.
 */
export function planLine(
  { date, pace, sprintDays }: Plan,
  from: LinePoint,
  target: number,
): PlannedLine {
  const fall = Math.max(0, from.total - target);
  if (date !== null && date > from.day) {
    return { from, to: { day: date, total: from.total - fall } };
  }
  const perSprint = pace === null ? fall : pace.least || pace.most;
  const days = perSprint === 0 ? sprintDays : Math.ceil((fall / perSprint) * sprintDays);
  const shown = Math.min(Math.max(days, 1), MOST_DAYS);
  const left = days > shown ? Math.ceil(from.total - (shown / days) * fall) : from.total - fall;
  return { from, to: { day: from.day + shown, total: left } };
}

/** How many errors the line allows on a day, rounded up. */
export function plannedAt({ from, to }: PlannedLine, day: Day): number {
  const part = Math.min(1, Math.max(0, (day - from.day) / (to.day - from.day)));
  return Math.ceil(from.total - part * (from.total - to.total));
}
