import type { CategoryId } from '../category/category.js';
import type { Day } from './day.js';

/** How many errors may be left at the end of a plan. */
export type PlanTarget =
  | { readonly kind: 'count'; readonly count: number }
  /** Of those there were at the plan's start. */
  | { readonly kind: 'percent'; readonly percent: number };

/** How many errors a team means to clear in a sprint. */
export interface Pace {
  readonly least: number;
  readonly most: number;
}

/** How a team means to get rid of its errors: `[tool.mypy-ratchet.plan]`. */
export interface Plan {
  readonly target: PlanTarget;
  /** Until when; null where only the pace is planned. */
  readonly date: Day | null;
  /** Null where only the date is planned. */
  readonly pace: Pace | null;
  readonly sprintDays: number;
  /** The first day of the first sprint; null for the day on which the baseline was first committed. */
  readonly start: Day | null;
  /** What is cleared first. Categories that are not named come after. */
  readonly order: readonly CategoryId[];
}
