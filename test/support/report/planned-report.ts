import { countByFile } from '../../../src/core/counts/by-file.js';
import { findCheapest } from '../../../src/core/effort/cheapest.js';
import { countByOwner } from '../../../src/core/owners/by-owner.js';
import { parseCodeOwners } from '../../../src/core/owners/parse-codeowners.js';
import type { Plan } from '../../../src/core/plan/plan.js';
import { measureProgress } from '../../../src/core/plan/plan-progress.js';
import type { Outlook } from '../../../src/core/report/outlook.js';
import type { Report } from '../../../src/core/report/report.js';
import { day, storyPlan } from '../plan/plans.js';
import { largeReport } from './large-report.js';

const CODEOWNERS = 'app/ @acme/app\nbackends/ @acme/storage @ada\nconcurrency/ @bob\n';

/** A report of a large code base that has a plan, and people who own parts of it. */
export function plannedReport(plan: Partial<Plan> = {}, size = 6_000): Report {
  const report = largeReport(size);
  return { ...report, outlook: outlookOf(report, storyPlan({ ...PLAN, ...plan })) };
}

const PLAN: Partial<Plan> = {
  target: { kind: 'count', count: 4_000 },
  date: day('2027-06-30'),
  start: day('2026-01-05'),
  order: ['missing-annotations', 'optional'],
};

/** What a lead sees of a report with a plan. */
export function outlookOf(report: Report, plan: Plan): Outlook {
  const { summary, errors, trend, checkedAt } = report;
  return {
    missingPast: null,
    plan: measureProgress(plan, {
      sizes: trend,
      sizesAreCut: false,
      now: { at: checkedAt, total: trend.at(-1)?.total ?? summary.totals.current },
      categories: new Map(
        summary.categories.map(({ category, current }) => [category.id, current]),
      ),
    }),
    owners: countByOwner(countByFile(summary), parseCodeOwners(CODEOWNERS), ''),
    cheapest: findCheapest(errors.map(({ error }) => error)),
  };
}
