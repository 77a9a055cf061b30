import type { Language } from '../../core/language/language.js';
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
export function burnDownOf(
  { trend: points, outlook, checkedAt }: Pick<Report, 'trend' | 'outlook' | 'checkedAt'>,
  language: Language,
): BurnDown | null {
  const plan = outlook?.plan ?? null;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (points.length < 2 && plan === null) return null;
  const history = language.say(
    'From {0} on {1} to {2} on {3}.',
    language.number(first.total),
    formatDate(first.at, language),
    language.number(last.total),
    formatDate(last.at, language),
  );
  const summary = plan === null ? [history] : [history, describeState(plan, language)];
  return { points, plan, now: Math.max(checkedAt, last.at), summary };
}
