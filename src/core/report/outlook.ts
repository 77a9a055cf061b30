import type { Cheapest } from '../effort/cheapest.js';
import type { MissingPast } from '../history/history-point.js';
import type { OwnerSummary } from '../owners/by-owner.js';
import type { PlanProgress } from '../plan/plan-progress.js';

/** What a lead asks: whose the errors are, where most is to be won, and whether the plan holds. */
export interface Outlook {
  /** Why the trend does not begin where the baseline does; null where it does. */
  readonly missingPast: MissingPast | null;
  /** Null where nobody planned anything. */
  readonly plan: PlanProgress | null;
  /** Null where no CODEOWNERS says it. */
  readonly owners: readonly OwnerSummary[] | null;
  readonly cheapest: Cheapest;
}
