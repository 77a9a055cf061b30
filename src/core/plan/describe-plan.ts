import { formatCount, formatNumber } from '../number/format-number.js';
import { describeDay } from './day.js';
import { type Forecast, LEAST_CHANGED, LEAST_SPRINTS } from './forecast.js';
import type { Pace } from './plan.js';
import type { PlanProgress, SprintProgress } from './plan-progress.js';

/** All that is to be said of a plan, in sentences, the most important first. */
export function describePlan(progress: PlanProgress): readonly string[] {
  const { state, sprint, forecast } = progress;
  const isOver = state === 'reached';
  return [
    describeState(progress),
    sprint === null || isOver ? '' : describeSprint(sprint),
    isOver ? '' : describeNeed(progress),
    describeForecast(forecast),
    isOver ? '' : describeNext(progress),
    describeStart(progress),
  ].filter((sentence) => sentence !== '');
}

/** Where the plan stands. */
export function describeState({
  state,
  start,
  today,
  target,
  planned,
  date,
}: PlanProgress): string {
  const now = formatCount(today.total, 'error');
  switch (state) {
    case 'reached':
      return `The target is reached: ${now} of ${formatNumber(target)} that may be left.`;
    case 'waiting':
      return `The plan begins on ${describeDay(start.day)}, with ${now} today.`;
    case 'overdue': {
      const over = date === null ? '' : ` was to be met by ${describeDay(date)}`;
      return `The target of ${formatNumber(target)}${over}: ${formatNumber(today.total - target)} too many.`;
    }
    case 'ahead':
      return today.total === planned
        ? `On plan: ${now}, as many as planned for today.`
        : `Ahead of the plan: ${now}, ${formatNumber(planned - today.total)} fewer than planned for today.`;
    case 'behind':
      return `Behind the plan: ${now}, ${formatNumber(today.total - planned)} more than planned for today.`;
  }
}

/** What this sprint was to do and did. */
export function describeSprint({ number, from, until, cleared, quota }: SprintProgress): string {
  const when = `Sprint ${number}, ${describeDay(from)} to ${describeDay(until)}:`;
  const planned = describePace(quota);
  if (cleared < 0) {
    return `${when} ${formatCount(-cleared, 'error')} more than at its start; ${planned} were to go.`;
  }
  return `${when} ${formatNumber(cleared)} of ${planned} cleared.`;
}

/** What the date asks of each sprint, held against the pace; empty without a date. */
export function describeNeed({ needed, pace, date, target }: PlanProgress): string {
  if (needed === null || date === null) return '';
  const need = `To have ${formatNumber(target)} by ${describeDay(date)}, ${formatNumber(needed)} must go in each sprint`;
  if (pace === null) return `${need}.`;
  const planned = describePace(pace);
  if (needed > pace.most) return `${need}: the pace of ${planned} is not enough.`;
  if (needed < pace.least) return `${need}: fewer than the pace of ${planned}.`;
  return `${need}: the pace of ${planned} is enough.`;
}

/** When the target will be met; empty where it is. */
export function describeForecast(forecast: Forecast): string {
  switch (forecast.kind) {
    case 'reached':
      return '';
    case 'too-few':
      return `Too few changes yet for a forecast: it takes ${LEAST_SPRINTS} sprints, ${LEAST_CHANGED} of them with a change; so far there are ${forecast.sprints}, ${forecast.changed} of them with a change.`;
    case 'not-falling':
      return `No forecast: in the last ${forecast.sprints} sprints the number did not fall, or too little to get there within ten years.`;
    case 'date': {
      const { expected, earliest, latest, fall, sprints } = forecast;
      const pace = `If it goes on as in the last ${sprints} sprints, about ${formatNumber(Math.round(fall.expected))} a sprint`;
      if (earliest === latest) return `${pace}: ${describeDay(expected)}.`;
      const range =
        latest === null
          ? `not before ${describeDay(earliest)}, and perhaps not within ten years`
          : `most likely between ${describeDay(earliest)} and ${describeDay(latest)}`;
      return `${pace}: ${describeDay(expected)}, ${range}.`;
    }
  }
}

/** Which category is next; empty where there is no error. */
export function describeNext({ next }: PlanProgress): string {
  const [first] = next;
  if (first === undefined) return '';
  return `Next: ${first.category.title}, ${formatCount(first.count, 'error')}.`;
}

/** `50–100`, or one number. */
export function describePace({ least, most }: Pace): string {
  return least === most ? formatNumber(least) : `${formatNumber(least)}–${formatNumber(most)}`;
}

function describeStart({ startIsKnown, start }: PlanProgress): string {
  if (startIsKnown) return '';
  return `The history does not reach back to the plan's start: ${formatNumber(start.total)} is the first size that is known.`;
}
