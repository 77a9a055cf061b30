import { ENGLISH } from '../../core/language/language.js';
import { type Day, formatDay } from '../../core/plan/day.js';
import { describePlan } from '../../core/plan/describe-plan.js';
import type { Forecast } from '../../core/plan/forecast.js';
import type { PlanProgress, SizeAtDay, SprintProgress } from '../../core/plan/plan-progress.js';

/** A plan's progress for scripts, with days as ISO dates and all of it in sentences too. */
export function planJson(progress: PlanProgress): object {
  const { line, date, sprint, forecast, next, start, today } = progress;
  return {
    state: progress.state,
    sentences: describePlan(progress, ENGLISH),
    start: toSize(start),
    startIsKnown: progress.startIsKnown,
    target: progress.target,
    date: toDate(date),
    pace: progress.pace,
    sprintDays: progress.sprintDays,
    line: { from: toSize(line.from), to: toSize(line.to) },
    today: toSize(today),
    planned: progress.planned,
    sprint: sprint === null ? null : toSprint(sprint),
    needed: progress.needed,
    forecast: toForecast(forecast),
    next: next.map(({ category, count }) => ({ category: category.id, count })),
  };
}

function toSize({ day, total }: SizeAtDay): object {
  return { date: formatDay(day), total };
}

function toSprint({ from, until, ...sprint }: SprintProgress): object {
  return { ...sprint, from: formatDay(from), until: formatDay(until) };
}

function toForecast(forecast: Forecast): object {
  if (forecast.kind !== 'date') return forecast;
  const { expected, earliest, latest } = forecast;
  return {
    ...forecast,
    expected: formatDay(expected),
    earliest: formatDay(earliest),
    latest: toDate(latest),
  };
}

function toDate(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
