import { categoryTitle } from '../../core/category/category-title.js';
import type { BaselineCounts } from '../../core/counts/counts.js';
import type { Summary } from '../../core/counts/summarise.js';
import { describeFinding, describeVerdict } from '../../core/gate/describe-finding.js';
import { ENGLISH } from '../../core/language/language.js';
import { type ListLimits, markdownList } from '../../core/markdown/markdown-list.js';
import { codeSpan, link, linkTo, prose } from '../../core/markdown/markdown-text.js';
import { formatCount } from '../../core/number/format-number.js';
import { describePlan } from '../../core/plan/describe-plan.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import type { AddedEntry, Report, ReportBase, ReportedError } from '../../core/report/report.js';
import { commentMarker } from './comment-marker.js';
import { newErrors } from './new-errors.js';
import { isAbsolute, repositoryPath } from './repository-path.js';

/** Together with the table they stay below the 65,536 characters that GitHub takes. */
const LIMITS = {
  findings: { items: 20, characters: 10_000 },
  problems: { items: 10, characters: 5_000 },
  errors: { items: 50, characters: 30_000 },
  added: { items: 50, characters: 15_000 },
} as const satisfies Readonly<Record<string, ListLimits>>;

/** A comment for a pull request, in GitHub's Markdown. */
export function markdownComment(report: Report): string {
  const sections = [
    `${commentMarker(report)}\n## ${describeVerdict(report.verdict, ENGLISH)}`,
    describeNumbers(report),
    // One list: with an empty line between them, every item would stand apart.
    joinSections([listFindings(report), listProblems(report)], '\n'),
    formatTable(report.summary),
    listPlan(report),
    listNewErrors(report),
    listAdded(report),
    describeCheck(report),
  ];
  return `${joinSections(sections, '\n\n')}\n`;
}

function joinSections(sections: readonly string[], separator: string): string {
  return sections.filter((text) => text !== '').join(separator);
}

function describeNumbers({ project, summary, base }: Report): string {
  const { current, committed, new: added, fixed } = summary.totals;
  const counts = `${codeSpan(project)} has **${formatCount(current, 'type error')}**`;
  const parts = `${ENGLISH.number(added)} new, ${ENGLISH.number(fixed)} fixed`;
  return `${counts}, ${describeChange(current - committed, describeBase(base))} (${parts}).`;
}

function describeChange(change: number, base: string): string {
  if (change === 0) return `as many as ${base}`;
  return change < 0
    ? `${ENGLISH.number(-change)} fewer than ${base}: an improvement`
    : `${ENGLISH.number(change)} more than ${base}: a regression`;
}

function describeBase(base: ReportBase): string {
  switch (base.kind) {
    case 'commit':
      return `${codeSpan(base.name)} at ${codeSpan(base.commit.slice(0, 8))}`;
    case 'baseline':
      return 'the baseline';
  }
}

function listFindings({ verdict: { failures, warnings } }: Report): string {
  const items = [
    ...failures.map((finding) => ({ label: 'Fails', finding })),
    ...warnings.map((finding) => ({ label: 'Warning', finding })),
  ];
  return markdownList(
    items,
    ({ label, finding }) => `**${label}:** ${prose(describeFinding(finding, ENGLISH))}`,
    LIMITS.findings,
  );
}

function listProblems({ problems }: Report): string {
  return markdownList(
    problems,
    (problem) => `**Note:** ${prose(describeProblem(problem, ENGLISH).message)}`,
    LIMITS.problems,
  );
}

function formatTable({ totals, categories }: Summary): string {
  if (categories.length === 0) return '';
  return [
    '| Category | Priority | Errors | Base | Change | New |',
    '| :-- | :-- | --: | --: | --: | --: |',
    ...categories.map((row) =>
      formatRow([categoryTitle(row.category.id, ENGLISH), row.category.priority], row),
    ),
    formatRow(['**Total**', ''], totals),
  ].join('\n');
}

function formatRow(names: readonly string[], counts: BaselineCounts): string {
  const cells = [
    ...names,
    ENGLISH.number(counts.current),
    ENGLISH.number(counts.committed),
    ENGLISH.change(counts.current - counts.committed),
    ENGLISH.change(counts.new),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Only in the report of a lead: a pull request has other questions. */
function listPlan({ outlook }: Report): string {
  const plan = outlook?.plan ?? null;
  const sentences = plan === null ? [] : describePlan(plan, ENGLISH);
  return section('Plan', sentences.map((sentence) => `- ${prose(sentence)}`).join('\n'));
}

function listNewErrors(report: Report): string {
  const describe = (reported: ReportedError) => describeNew(report, reported);
  return section('New errors', markdownList(newErrors(report), describe, LIMITS.errors));
}

function describeNew(report: Report, { error, acceptance }: ReportedError): string {
  const expired =
    acceptance?.expires === undefined ? '' : `, accepted until ${prose(acceptance.expires)}`;
  return `${describePlace(report, error.path, error.start.line)} ${describeError(error)}${expired}`;
}

/** With a link where the reader can see the source; `line` is 1-based, 0 for a whole file. */
function describePlace(report: Report, path: string, line: number): string {
  const file = repositoryPath(report, path);
  const place = codeSpan(line === 0 ? file : `${file}:${line}`);
  const { sourceLink } = report;
  if (sourceLink?.kind !== 'web' || isAbsolute(path)) return place;
  return link(place, linkTo(sourceLink.url, path, line));
}

function describeError(error: { readonly message: string; readonly code: string }): string {
  const code = error.code === '' ? '' : ` ${codeSpan(error.code)}`;
  return `${codeSpan(error.message)}${code}`;
}

function listAdded(report: Report): string {
  const describe = (added: AddedEntry) => describeAdded(report, added);
  const list = markdownList(report.added, describe, LIMITS.added);
  return section('Accepted into the baseline', list);
}

function describeAdded(report: Report, { entry, author }: AddedEntry): string {
  const scope = entry.scope === '' ? '' : ` in ${codeSpan(entry.scope)}`;
  const place = `${codeSpan(repositoryPath(report, entry.path))}${scope}`;
  const { reason, expires } = entry.acceptance ?? {};
  const why = reason === undefined ? '**no reason given**' : prose(reason);
  const until = expires === undefined ? '' : `, until ${prose(expires)}`;
  const who = author === null ? '' : `, by ${prose(author)}`;
  return `${place} ${describeError(entry)}: ${why}${until}${who}`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `### ${title}\n\n${body}`;
}

function describeCheck({ environment, durationMs, version }: Report): string {
  const seconds = (durationMs / 1000).toFixed(1);
  const mypy =
    environment === null
      ? 'Checked elsewhere'
      : `mypy ${prose(environment.mypy)}, Python ${prose(environment.python)}, ${seconds} s`;
  return `<sub>${mypy}. Mypy Ratchet ${prose(version)}.</sub>`;
}
