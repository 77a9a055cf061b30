import { formatNumber } from '../../core/number/format-number.js';
import { describeState } from '../../core/plan/describe-plan.js';
import type { PlanProgress } from '../../core/plan/plan-progress.js';
import type { Report, TrendPoint } from '../../core/report/report.js';
import { formatDate } from '../format/time.js';

/** What a plot of the baseline's size over time shows. */
export interface BurnDown {
  /** Oldest first; at least one. */
  readonly points: readonly TrendPoint[];
  readonly plan: PlanProgress | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The whole of it in sentences. */
  readonly summary: readonly string[];
}

/** null where the history has fewer than two points and there is no plan. */
export function burnDownOf({
  trend: points,
  outlook,
  checkedAt,
}: Pick<Report, 'trend' | 'outlook' | 'checkedAt'>): BurnDown | null {
  const plan = outlook?.plan ?? null;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (points.length < 2 && plan === null) return null;
  const history = `From ${formatNumber(first.total)} on ${formatDate(first.at)} to ${formatNumber(last.total)} on ${formatDate(last.at)}.`;
  const summary = plan === null ? [history] : [history, describeState(plan)];
  return { points, plan, now: Math.max(checkedAt, last.at), summary };
}
