import type { CategoryId } from '../core/category/category.js';
import { countByFile } from '../core/counts/by-file.js';
import type { Summary } from '../core/counts/summarise.js';
import { findCheapest } from '../core/effort/cheapest.js';
import type { BaselineHistory, HistoryPoint } from '../core/history/history-point.js';
import { countByOwner } from '../core/owners/by-owner.js';
import type { CodeOwners } from '../core/owners/parse-codeowners.js';
import type { Plan } from '../core/plan/plan.js';
import { measureProgress, type PlanProgress } from '../core/plan/plan-progress.js';
import type { SizeAt } from '../core/plan/size-over-time.js';
import type { Outlook } from '../core/report/outlook.js';
import type { TrendPoint } from '../core/report/report.js';
import { readCodeOwners } from '../workspace/codeowners.js';
import { type HistoryReading, readBaselineHistory } from './baseline-history.js';
import type { ProjectLocation } from './project-location.js';
import type { ProjectResult } from './project-state.js';

/** What an outlook is made of, beside a check. */
export interface OutlookFacts {
  readonly history: BaselineHistory;
  readonly owners: CodeOwners | null;
}

/** Reads what git and the repository's files say. */
export async function readOutlookFacts(
  { baselinePath, repositoryRoot }: ProjectLocation,
  reading: HistoryReading,
): Promise<OutlookFacts> {
  const [history, owners] = await Promise.all([
    readBaselineHistory(baselinePath, reading),
    repositoryRoot === null ? null : readCodeOwners(repositoryRoot),
  ]);
  return { history, owners };
}

/** What a check and its history mean for a lead. */
export function toOutlook(
  { history, owners }: OutlookFacts,
  { ratchetConfig: { plan }, prefix }: ProjectLocation,
  summary: Summary,
  { reconciliation, unchanged, checkedAt }: ProjectResult,
): Outlook {
  const now = { at: checkedAt, total: summary.totals.current };
  const errors = [...unchanged, ...reconciliation.errors.map(({ error }) => error)];
  return {
    missingPast: history.kind === 'read' ? history.missingPast : null,
    plan: plan === null ? null : holdAgainst(plan, history, now, countCategories(summary)),
    owners: owners === null ? null : countByOwner(countByFile(summary), owners, prefix),
    cheapest: findCheapest(errors),
  };
}

/** A plan against a history of any kind. */
export function holdAgainst(
  plan: Plan,
  history: BaselineHistory,
  now: SizeAt,
  categories: ReadonlyMap<CategoryId, number>,
): PlanProgress {
  const isRead = history.kind === 'read';
  return measureProgress(plan, {
    sizes: isRead ? history.points.flatMap((point) => toTrendPoint(point) ?? []) : [],
    sizesAreCut: isRead && history.missingPast !== null,
    now,
    categories,
  });
}

function countCategories({ categories }: Summary): ReadonlyMap<CategoryId, number> {
  return new Map(categories.map(({ category, current }) => [category.id, current]));
}

/** The most points of a trend: a plot shows no more, and a page must not grow for ever. */
const MOST_POINTS = 200;

/** How many entries the baseline had over time, oldest first, in so many points as a plot shows. */
export function toTrend(history: BaselineHistory): readonly TrendPoint[] {
  if (history.kind !== 'read') return [];
  return thinOut(
    history.points.flatMap((point) => toTrendPoint(point) ?? []),
    MOST_POINTS,
  );
}

/** Undefined where there was no file, or one that nobody could use. */
function toTrendPoint({ commit, at, size, damagedLines }: HistoryPoint): TrendPoint | undefined {
  return size === null || damagedLines > 0 ? undefined : { commit, at, total: size.total };
}

/** At most so many of the points, evenly, the first and the last among them. */
function thinOut(points: readonly TrendPoint[], most: number): readonly TrendPoint[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)]).filter(
    (point) => point !== undefined,
  );
}
