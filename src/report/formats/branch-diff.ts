import type { BaselineEntry } from '../../core/baseline/baseline.js';
import { ENGLISH } from '../../core/language/language.js';
import { compareText } from '../../core/order/compare-text.js';
import type { AddedEntry, Report, ReportBase, ReportedError } from '../../core/report/report.js';
import { visibleText } from '../../core/text/visible-text.js';
import { newErrors } from './new-errors.js';

type Commit = Extract<ReportBase, { kind: 'commit' }>;

/** What a branch does to the debt, by file: `+` adds, `~` accepts, `-` fixes. */
export function branchDiff(report: Report, base: Commit): string {
  const { errors, added, fixed, summary } = report;
  const found = newErrors(report);
  const moved = errors.filter(({ status, tier }) => status === 'baseline' && tier !== 'exact');
  const rows = [
    ...found.map((reported) => ({ path: reported.error.path, text: describeNew(reported) })),
    ...added.map((entry) => ({ path: entry.entry.path, text: describeAdded(entry) })),
    ...fixed.map((entry) => ({ path: entry.path, text: describeFixed(entry) })),
  ];
  const paths = [...new Set(rows.map(({ path }) => path))].sort(compareText);
  const sections = paths.map((path) => {
    const own = rows.filter((row) => row.path === path).map(({ text }) => text);
    return [visibleText(path), ...own].join('\n');
  });
  const { current, committed } = summary.totals;
  const change = ENGLISH.change(current - committed) || '±0';
  const total = `${found.length} new, ${added.length} accepted, ${fixed.length} fixed, ${moved.length} moved or edited`;
  const head = `${base.name} at ${base.commit.slice(0, 10)}: ${committed} errors → ${current} (${change})`;
  return `${[head, ...sections, total].join('\n\n')}\n`;
}

function describeNew({ error }: ReportedError): string {
  return visibleText(`  + ${error.start.line}: ${error.message}${codeOf(error.code)}`);
}

function describeAdded({ entry, author }: AddedEntry): string {
  const reason = entry.acceptance?.reason ?? 'no reason';
  const who = author === null ? '' : `, ${author}`;
  return visibleText(`  ~ ${entry.message}${codeOf(entry.code)} (${reason}${who})`);
}

function describeFixed({ message, code }: BaselineEntry): string {
  return visibleText(`  - ${message}${codeOf(code)}`);
}

function codeOf(code: string): string {
  return code === '' ? '' : `  [${code}]`;
}
