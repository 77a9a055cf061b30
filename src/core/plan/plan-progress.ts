import type { Category, CategoryId } from '../category/category.js';
import { type Day, dayOf } from './day.js';
import { type Forecast, foretell } from './forecast.js';
import { nextCategories } from './next-categories.js';
import type { Pace, Plan, PlanTarget } from './plan.js';
import { type PlannedLine, planLine, plannedAt } from './planned-line.js';
import { type SizeAt, type SizeOverTime, sizeAtStartOf } from './size-over-time.js';

/** What a plan is held against. */
export interface PlanFacts {
  /** In the order of history. */
  readonly sizes: SizeOverTime;
  /** Whether what was before the first of them is missing. */
  readonly sizesAreCut: boolean;
  readonly now: SizeAt;
  /** How many errors there are in each category now. */
  readonly categories: ReadonlyMap<CategoryId, number>;
}

/**
 * Where a plan stands.
 * - `reached`: as few errors as were planned.
 * - `waiting`: it has not begun.
 * - `overdue`: its date is over.
 * - `ahead`, `behind`: of the planned line; exactly on it is ahead.
 */
export type PlanState = 'reached' | 'waiting' | 'overdue' | 'ahead' | 'behind';

/** The sprint that runs today. */
export interface SprintProgress {
  /** 1-based. */
  readonly number: number;
  readonly from: Day;
  /** Its last day. */
  readonly until: Day;
  readonly atStart: number;
  /** Fewer errors than at its start; negative where there are more. */
  readonly cleared: number;
  /** How many are to be cleared in it: by the pace, else by the date. Never more than are left. */
  readonly quota: Pace;
}

/** A plan against what really happened. */
export interface PlanProgress {
  readonly state: PlanState;
  readonly start: SizeAtDay;
  /** False where the history begins after the plan does, so that its first size stands for the start's. */
  readonly startIsKnown: boolean;
  /** How many errors may be left. */
  readonly target: number;
  readonly date: Day | null;
  readonly pace: Pace | null;
  readonly sprintDays: number;
  readonly line: PlannedLine;
  readonly today: SizeAtDay;
  /** What the line says of today. */
  readonly planned: number;
  /** Null before the first one. */
  readonly sprint: SprintProgress | null;
  /**
   * How many errors must go in a sprint from now on to meet the date; null without a date, or when
   * nothing is to be done.
   */
  readonly needed: number | null;
  readonly forecast: Forecast;
  /** What is cleared next, first. */
  readonly next: readonly { readonly category: Category; readonly count: number }[];
}

export interface SizeAtDay {
  readonly day: Day;
  readonly total: number;
}

/** Holds a plan against a history. */
export function measureProgress(plan: Plan, facts: PlanFacts): PlanProgress {
  const { sizes, sizesAreCut, now } = facts;
  const { date, pace, sprintDays } = plan;
  const first = sizes[0];
  const today: SizeAtDay = { day: dayOf(now.at), total: now.total };
  const startDay = plan.start ?? dayOf(first?.at ?? now.at);
  const start = { day: startDay, total: sizeAtStartOf(sizes, startDay) ?? now.total };
  const target = countTarget(plan.target, start.total);
  const isKnown = (day: Day) =>
    first !== undefined && dayOf(first.at) <= day && !(sizesAreCut && dayOf(first.at) === day);
  const line = planLine(plan, start, target);
  const planned = plannedAt(line, today.day);
  const sprint = today.day < startDay ? null : measureSprint(plan, facts, start, target);
  return {
    state: stateOf({ today, start, target, date, planned }),
    start,
    startIsKnown: isKnown(startDay),
    target,
    date,
    pace,
    sprintDays,
    line,
    today,
    planned,
    sprint,
    needed: neededPerSprint(plan, target, today),
    forecast: foretell(sizes, now, { target, sprintDays }),
    next: nextCategories(plan.order, facts.categories),
  };
}

function countTarget(target: PlanTarget, atStart: number): number {
  return target.kind === 'count' ? target.count : Math.floor((atStart * target.percent) / 100);
}

function stateOf({
  today,
  start,
  target,
  date,
  planned,
}: Pick<PlanProgress, 'today' | 'start' | 'target' | 'date' | 'planned'>): PlanState {
  if (today.total <= target) return 'reached';
  if (today.day < start.day) return 'waiting';
  if (date !== null && today.day > date) return 'overdue';
  return today.total <= planned ? 'ahead' : 'behind';
}

function measureSprint(
  plan: Plan,
  { sizes, now }: PlanFacts,
  start: SizeAtDay,
  target: number,
): SprintProgress {
  const index = Math.floor((dayOf(now.at) - start.day) / plan.sprintDays);
  const from = start.day + index * plan.sprintDays;
  const atStart = sizeAtStartOf(sizes, from) ?? now.total;
  const needed = neededPerSprint(plan, target, { day: from, total: atStart }) ?? 0;
  const { least, most } = plan.pace ?? { least: needed, most: needed };
  const left = Math.max(0, atStart - target);
  return {
    number: index + 1,
    from,
    until: from + plan.sprintDays - 1,
    atStart,
    cleared: atStart - now.total,
    quota: { least: Math.min(least, left), most: Math.min(most, left) },
  };
}

/** A last sprint that is not whole counts as one: nobody clears twice as much in half of it. */
function neededPerSprint(
  { date, sprintDays }: Plan,
  target: number,
  { day, total }: SizeAtDay,
): number | null {
  if (date === null || total <= target) return null;
  const sprintsLeft = Math.max(1, (date + 1 - day) / sprintDays);
  return Math.ceil((total - target) / sprintsLeft);
}
