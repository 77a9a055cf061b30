import type { BaselineEntry } from '../../core/baseline/baseline.js';
import { categoryTitle } from '../../core/category/category-title.js';
import type { CategorySummary } from '../../core/counts/counts.js';
import { toIsoTime } from '../../core/date/to-iso-time.js';
import { gainOf, type WorkRow } from '../../core/effort/work.js';
import { describeFinding, describeVerdict } from '../../core/gate/describe-finding.js';
import type { Finding, Verdict } from '../../core/gate/verdict.js';
import { ENGLISH } from '../../core/language/language.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import type { Problem } from '../../core/problem/problem.js';
import type { Outlook } from '../../core/report/outlook.js';
import type { Report, ReportBase, ReportedError } from '../../core/report/report.js';
import { toJsonText } from './json-text.js';
import { planJson } from './plan-json.js';
import { regionOf } from './text-region.js';

/**
 * The whole report for scripts, as `docs/report.schema.json` describes it. New fields may join a
 * version; one that goes or means something else makes a new version.
 */
export function jsonReport(report: Report): string {
  return toJsonText({
    format: 'mypy-ratchet-report',
    version: 1,
    generator: { name: 'mypy-ratchet', version: report.version },
    project: report.project,
    prefix: report.prefix,
    baselinePath: report.baselinePath,
    checkedAt: toIsoTime(report.checkedAt),
    durationMs: report.durationMs,
    environment: report.environment,
    base: toBase(report.base),
    verdict: toVerdict(report.verdict),
    totals: report.summary.totals,
    categories: report.summary.categories.map(toCategory),
    errors: report.errors.map(toError),
    fixed: report.fixed.map(toEntry),
    added: report.added.map(({ entry, author }) => ({ ...toEntry(entry), author })),
    problems: report.problems.map(toProblem),
    trend: report.trend.map((point) => ({ ...point, at: toIsoTime(point.at) })),
    outlook: report.outlook === null ? null : toOutlook(report.outlook),
    sourceUrl: report.sourceLink?.kind === 'web' ? report.sourceLink.url : null,
  });
}

function toVerdict(verdict: Verdict): object {
  return {
    kind: verdict.kind,
    message: describeVerdict(verdict, ENGLISH),
    failures: verdict.failures.map(toFinding),
    warnings: verdict.warnings.map(toFinding),
  };
}

function toFinding(finding: Finding): object {
  const message = describeFinding(finding, ENGLISH);
  if (finding.kind !== 'growth-unchecked') return { ...finding, message };
  return { ...finding, why: ENGLISH.express(finding.why), message };
}

function toBase(base: ReportBase): object {
  return base.kind === 'commit' ? base : { ...base, why: ENGLISH.express(base.why) };
}

function toCategory({ category, ...summary }: CategorySummary): object {
  const { id, priority } = category;
  return { id, title: categoryTitle(id, ENGLISH), priority, ...summary };
}

function toError({ id, error, category, status, tier, acceptance }: ReportedError): object {
  const { path, code, message, scope, text, notes } = error;
  return {
    id,
    status,
    category,
    code,
    path,
    region: regionOf(error),
    message,
    notes: notes.map((note) => ({
      path: note.path,
      region: regionOf(note),
      message: note.message,
    })),
    scope,
    text,
    tier,
    acceptance,
  };
}

function toEntry({ path, code, scope, message, text, acceptance }: BaselineEntry): object {
  return { path, code, scope, message, text, acceptance: acceptance ?? null };
}

function toProblem(problem: Problem): object {
  const { kind, message, detail } = describeProblem(problem, ENGLISH);
  return { kind, message, detail };
}

function toOutlook({ missingPast, plan, owners, cheapest }: Outlook): object {
  return {
    missingPast,
    plan: plan === null ? null : planJson(plan),
    owners,
    cheapest: { codes: cheapest.codes.map(toWork), files: cheapest.files.map(toWork) },
  };
}

function toWork(row: WorkRow): object {
  return { ...row, gain: Number(gainOf(row).toFixed(3)) };
}
