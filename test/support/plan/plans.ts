import type { CategoryId } from '../../../src/core/category/category.js';
import { type Day, parseDay, startOfDay } from '../../../src/core/plan/day.js';
import type { Plan } from '../../../src/core/plan/plan.js';
import type { PlanFacts } from '../../../src/core/plan/plan-progress.js';
import type { SizeAt } from '../../../src/core/plan/size-over-time.js';

const NOON_MS = 43_200_000;

/** A day that a test writes as a date. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

/** A size at noon of a day. */
export function size(at: string | Day, total: number): SizeAt {
  return { at: startOfDay(typeof at === 'string' ? day(at) : at) + NOON_MS, total };
}

/** From 3,636 errors to 500 in six months, 50 to 100 in each sprint of two weeks. */
export function storyPlan(change: Partial<Plan> = {}): Plan {
  return {
    target: { kind: 'count', count: 500 },
    date: day('2027-05-31'),
    pace: { least: 50, most: 100 },
    sprintDays: 14,
    start: day('2026-11-30'),
    order: [],
    ...change,
  };
}

/** What happened until now, the last size. */
export function factsOf(
  sizes: readonly SizeAt[],
  now: SizeAt,
  categories: Readonly<Partial<Record<CategoryId, number>>> = {},
): PlanFacts {
  const ids: CategoryId[] = ['missing-annotations', 'optional', 'any-leaks', 'other'];
  const counts = ids.map((id) => [id, categories[id] ?? 0] as const);
  return { sizes, sizesAreCut: false, now, categories: new Map(counts) };
}
