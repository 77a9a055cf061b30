import { scaleLinear, scaleUtc } from 'd3-scale';
import type { Language } from '../../core/language/language.js';
import { dayOf, startOfDay } from '../../core/plan/day.js';
import { describeDate, describeMonth } from '../../core/plan/describe-day.js';
import type { PlanProgress } from '../../core/plan/plan-progress.js';
import type { TrendPoint } from '../../core/report/report.js';

/** Units of a drawing. */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
}

/** That of the page, where it stretches to the width that there is. */
export const PAGE_AREA: PlotArea = { width: 1000, height: 200 };

/** A label of an axis and where it stands, from 0 to 1. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Where a moment (epoch milliseconds) and a number of errors lie in the drawing. */
export interface BurnDownScales {
  x(at: number): number;
  y(total: number): number;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly dates: readonly Tick[];
  /** From the lowest to the highest, evenly spaced. */
  readonly totals: readonly number[];
  readonly area: PlotArea;
  /** An area over a cut axis would make a small change look large. */
  readonly startsAtZero: boolean;
}

/** As many dates as a narrow page has room for. */
const MOST_DATES = 5;
const TOTAL_TICKS = 4;

/** Scales that hold a history, and as much of a plan as lets the history be seen. */
export function scalesOf(
  points: readonly TrendPoint[],
  plan: PlanProgress | null,
  now: number,
  language: Language,
  area = PAGE_AREA,
): BurnDownScales {
  const times = points.map(({ at }) => at);
  const from = Math.min(...times, now, ...(plan === null ? [] : [startOfDay(plan.start.day)]));
  const until = plan === null ? now : horizonOf(plan, from, now);
  const totals = points.map(({ total }) => total);
  const highest = Math.max(...totals, plan?.start.total ?? 0, plan?.today.total ?? 0, 1);
  const lowest = plan === null ? lowestShown(totals, highest) : 0;
  const y = scaleLinear([lowest, highest], [area.height, 0]).nice(TOTAL_TICKS);
  // Commits of one moment have no span; then all stand at the left.
  const x = scaleUtc([from, Math.max(until, from + 1)], [0, area.width]);
  return {
    x: (at) => x(at),
    y: (total) => y(total),
    from,
    until,
    dates: labelDates(x, area, language),
    totals: y.ticks(TOTAL_TICKS).filter(Number.isInteger),
    area,
    startsAtZero: y.domain()[0] === 0,
  };
}

/** Hours of one day have one label, at the first of them. */
function labelDates(x: TimeScale, { width }: PlotArea, language: Language): readonly Tick[] {
  const ticks = datesOn(x).map((date) => ({
    at: x(date) / width,
    label: labelOf(date, x, language),
  }));
  return ticks.filter(({ label }, index) => label !== ticks[index - 1]?.label);
}

type TimeScale = ReturnType<typeof scaleUtc<number, number>>;

/** How many is a wish only, since months come by one, three or twelve: some are left out. */
function datesOn(x: TimeScale): readonly Date[] {
  const dates = x.ticks(MOST_DATES);
  const step = Math.ceil(dates.length / MOST_DATES);
  return dates.filter((_, at) => at % step === 0);
}

const LONG_MS = startOfDay(100);

/** `Apr 2027`, or `24 Apr` where the whole is short. */
function labelOf(date: Date, x: TimeScale, language: Language): string {
  const [first, last] = x.domain();
  const isLong = Number(last) - Number(first) > LONG_MS;
  const day = dayOf(date.getTime());
  return isLong ? describeMonth(day, language) : describeDate(day, language);
}

/**
 * The end of the plan or the day that is foretold, but never so far that what happened takes less
 * than a fifth of the width; in a plan that has just begun, the next ten sprints.
 */
function horizonOf({ line, date, forecast, sprintDays }: PlanProgress, from: number, now: number) {
  const foretold = forecast.kind === 'date' ? startOfDay(forecast.expected) : now;
  const most = Math.max(now + 4 * (now - from), now + 10 * startOfDay(sprintDays));
  const planned = startOfDay(line.to.day + 1);
  // A date that somebody set is always shown.
  const shown = date === null ? 0 : planned;
  return Math.max(now, shown, Math.min(most, Math.max(planned, foretold)));
}

/** Zero unless all values lie so far above that a line over them would look flat. */
function lowestShown(totals: readonly number[], highest: number): number {
  const lowest = Math.min(...totals, highest);
  // At least a tenth below, or the loss of one error would look like a fall.
  const room = Math.max((highest - lowest) / 2, highest / 10);
  return lowest > highest / 2 ? Math.max(0, Math.floor(lowest - room)) : 0;
}
