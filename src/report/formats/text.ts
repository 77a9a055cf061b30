import { styleText } from 'node:util';
import { categoryTable } from '../../core/counts/category-table.js';
import { describeFinding, describeVerdict } from '../../core/gate/describe-finding.js';
import { ENGLISH } from '../../core/language/language.js';
import type { Report, ReportedError } from '../../core/report/report.js';
import { visibleText } from '../../core/text/visible-text.js';
import { newErrors } from './new-errors.js';

/** More new errors than this are counted only: the table says where they are. */
const MOST_LISTED = 100;

type Colour = 'red' | 'green' | 'yellow' | 'bold' | 'dim';

/** A report for a terminal: what is new, the categories, and the verdict last. */
export function textReport(report: Report, { colors }: { readonly colors: boolean }): string {
  const paint = (colour: Colour, text: string) =>
    colors ? styleText(colour, text, { validateStream: false }) : text;
  const { verdict, summary } = report;
  const added = newErrors(report);
  const lines = added.slice(0, MOST_LISTED).map((reported) => describeError(reported, paint));
  if (added.length > MOST_LISTED) lines.push(`… and ${added.length - MOST_LISTED} more`);
  const findings = [
    ...verdict.failures.map((finding) => paint('red', `✗ ${describeFinding(finding, ENGLISH)}`)),
    ...verdict.warnings.map((finding) => paint('yellow', `! ${describeFinding(finding, ENGLISH)}`)),
  ];
  const headline = paint(
    verdict.kind === 'pass' ? 'green' : 'red',
    describeVerdict(verdict, ENGLISH),
  );
  const sections = [
    lines.join('\n'),
    categoryTable(summary),
    describeAccepted(report, paint),
    [...findings, `${paint('bold', headline)} (${describeBase(report)}).`].join('\n'),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** As mypy prints it, so that editors and terminals find the place. */
function describeError({ error }: ReportedError, paint: Paint): string {
  const { path, start, message, code } = error;
  const place = start.line > 0 ? `${path}:${start.line}:${Math.max(start.column, 1)}` : path;
  const name = code === '' ? '' : `  ${paint('dim', `[${visibleText(code)}]`)}`;
  const head = `${visibleText(place)}: ${paint('red', 'new')}: ${visibleText(message)}${name}`;
  return error.text === '' ? head : `${head}\n    ${paint('dim', visibleText(error.text))}`;
}

type Paint = (colour: Colour, text: string) => string;

function describeAccepted({ added }: Report, paint: Paint): string {
  if (added.length === 0) return '';
  const rows = added.slice(0, MOST_LISTED).map(({ entry, author }) => {
    const reason = entry.acceptance?.reason ?? paint('yellow', 'no reason');
    const who = author === null ? '' : ` (${visibleText(author)})`;
    return `  ${visibleText(entry.path)}: ${visibleText(entry.message)} — ${visibleText(reason)}${who}`;
  });
  const rest = added.length - rows.length;
  if (rest > 0) rows.push(`  … and ${rest} more`);
  return [`Accepted into the baseline:`, ...rows].join('\n');
}

function describeBase({ base, baselinePath }: Report): string {
  return base.kind === 'baseline'
    ? `against ${baselinePath}`
    : `against ${base.name} at ${base.commit.slice(0, 10)}`;
}
