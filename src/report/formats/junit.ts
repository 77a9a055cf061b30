import { CATEGORIES } from '../../core/category/categories.js';
import type { Category } from '../../core/category/category.js';
import { categoryTitle } from '../../core/category/category-title.js';
import { toIsoTime } from '../../core/date/to-iso-time.js';
import { describeFinding } from '../../core/gate/describe-finding.js';
import type { Finding } from '../../core/gate/verdict.js';
import { ENGLISH } from '../../core/language/language.js';
import type { Report, ReportedError } from '../../core/report/report.js';
import { besidesNewErrors, newErrors } from './new-errors.js';
import { repositoryPath } from './repository-path.js';
import { escapeXml, formatAttributes } from './xml-text.js';

interface TestCase {
  readonly failed: boolean;
  readonly xml: string;
}

interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * JUnit's XML: a suite for each category, in which every new error fails and a category without
 * any passes, and one for the other rules of the gate, in which warnings pass with their words.
 */
export function junitXml(report: Report): string {
  const suites = [...categorySuites(report), ...gateSuite(report)];
  const attributes = formatAttributes({
    name: `mypy-ratchet ${report.project}`,
    ...countCases(suites.flatMap(({ cases }) => cases)),
    time: (report.durationMs / 1000).toFixed(3),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes}>`,
    ...suites.map((suite) => formatSuite(suite, report.checkedAt)),
    '</testsuites>',
    '',
  ].join('\n');
}

function categorySuites(report: Report): readonly TestSuite[] {
  const added = newErrors(report);
  const counted = new Set(report.summary.categories.map(({ category }) => category.id));
  return CATEGORIES.flatMap((category) => {
    const errors = added.filter((reported) => reported.category === category.id);
    if (errors.length === 0 && !counted.has(category.id)) return [];
    const cases = errors.map((reported) => newErrorCase(report, reported));
    return [
      {
        name: categoryTitle(category.id, ENGLISH),
        cases: cases.length > 0 ? cases : [passedCase(category)],
      },
    ];
  });
}

function newErrorCase(report: Report, { error }: ReportedError): TestCase {
  const path = repositoryPath(report, error.path);
  const code = error.code === '' ? '' : ` [${error.code}]`;
  const position = error.start.line === 0 ? {} : { line: error.start.line };
  const place = [path, ...Object.values(position)].join(':');
  const words = `${place}: ${error.message}${code}`;
  return {
    failed: true,
    xml: formatFailure(
      // GitLab keeps one of the cases that have their class and name in common.
      { name: words, classname: path, file: path, ...position },
      { message: error.message, type: error.code === '' ? 'mypy' : error.code },
      [words, error.text, ...error.notes.map(formatNote)],
    ),
  };
}

function formatNote({ message }: { readonly message: string }): string {
  return `note: ${message}`;
}

function passedCase({ id }: Category): TestCase {
  const attributes = formatAttributes({
    name: 'no new errors',
    classname: categoryTitle(id, ENGLISH),
  });
  return { failed: false, xml: `    <testcase${attributes}/>` };
}

/** Left out where the gate has nothing to say but of new errors. */
function gateSuite({ verdict }: Report): readonly TestSuite[] {
  const cases = [
    ...besidesNewErrors(verdict.failures).map(failedRuleCase),
    ...besidesNewErrors(verdict.warnings).map(warnedRuleCase),
  ];
  return cases.length === 0 ? [] : [{ name: 'Gate', cases }];
}

function failedRuleCase(finding: Finding): TestCase {
  const message = describeFinding(finding, ENGLISH);
  return {
    failed: true,
    xml: formatFailure(
      { name: message, classname: finding.kind },
      { message, type: finding.kind },
      [message],
    ),
  };
}

function warnedRuleCase(finding: Finding): TestCase {
  const message = describeFinding(finding, ENGLISH);
  const attributes = formatAttributes({ name: message, classname: finding.kind });
  const output = `<system-out>${escapeXml(`warning: ${message}`)}</system-out>`;
  return { failed: false, xml: `    <testcase${attributes}>${output}</testcase>` };
}

function formatFailure(
  testcase: Readonly<Record<string, string | number>>,
  failure: { readonly message: string; readonly type: string },
  lines: readonly string[],
): string {
  const body = escapeXml(lines.filter((line) => line !== '').join('\n'));
  return [
    `    <testcase${formatAttributes(testcase)}>`,
    `      <failure${formatAttributes(failure)}>${body}</failure>`,
    '    </testcase>',
  ].join('\n');
}

function formatSuite({ name, cases }: TestSuite, checkedAt: number): string {
  const timestamp = toIsoTime(checkedAt);
  return [
    `  <testsuite${formatAttributes({ name, ...countCases(cases), timestamp })}>`,
    ...cases.map(({ xml }) => xml),
    '  </testsuite>',
  ].join('\n');
}

function countCases(cases: readonly TestCase[]) {
  const failures = cases.filter(({ failed }) => failed).length;
  return { tests: cases.length, failures, errors: 0, skipped: 0 };
}
