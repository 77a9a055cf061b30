import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ENGLISH } from '../../src/core/language/language.js';
import type { Report } from '../../src/core/report/report.js';
import { renderReportPage } from '../../src/report/report-page.js';
import { day } from '../support/plan/plans.js';
import { plannedReport } from '../support/report/planned-report.js';
import { reportOf } from '../support/report/report-of.js';
import { locatedError, sampleReport } from '../support/report/sample-report.js';

/** The page without its tags, each run of white space as one space. */
const textOf = (report: Report) =>
  renderReportPage(report, ENGLISH)
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** A report of so many new errors. */
const newErrorsReport = (size: number) =>
  reportOf(
    Array.from({ length: size }, (_, at) => ({
      id: `${at}`,
      error: locatedError({ text: `line_${at}_` }),
      category: 'incompatible-types',
      status: 'new',
      tier: null,
      acceptance: null,
    })),
  );

describe('renderReportPage', () => {
  it('says the verdict and every finding', () => {
    const text = textOf(sampleReport());
    assert.match(text, /The type debt grew/);
    assert.match(text, /Fails 1 new error /);
    assert.match(text, /Warning 1 entry of the baseline is fixed/);
  });

  it('gives all errors now and how they came from the base', () => {
    assert.match(
      textOf(sampleReport()),
      /Errors now 3 \+1 In origin\/main 2 New \+1 Accepted \+1 Fixed −1 /,
    );
  });

  it('shows a new error with its place, scope, code, message and line of source', () => {
    assert.match(
      textOf(sampleReport()),
      /New errors app\/models\.py:3 in Model\.save assignment Incompatible types in assignment \(expression has type &quot;str&quot;, variable has type &quot;int&quot;\) size: int = &quot;x&quot;/,
    );
  });

  it('shows who accepted an error, why and until when', () => {
    assert.match(
      textOf(sampleReport()),
      /app\/old\.py in legacy .* Reason waits for the new driver Expires 2027-03-31 Author Ada Example/,
    );
  });

  it('lists a category with its codes', () => {
    assert.match(
      textOf(sampleReport()),
      /Incompatible types Its error codes are the next rows\. High High 2 1 \+1 1 1 66\.7 % assignment 2 1 \+1 1 1 66\.7 %/,
    );
  });

  it('folds all new errors but the first ten, and holds at most a thousand', () => {
    const text = textOf(newErrorsReport(1_234));
    assert.match(text, /line_9_ Show 990 more new errors/);
    assert.match(text, /line_999_ 234 further new errors are not listed here\./);
    assert.doesNotMatch(text, /line_1000_/);
  });

  it('folds nothing where ten are all', () => {
    assert.doesNotMatch(textOf(newErrorsReport(10)), /more new error|further new error/);
  });

  it('draws the trend only where there are two points', () => {
    const { trend } = sampleReport();
    assert.match(textOf(sampleReport()), /From 5 on 1 September 2026 to 2 on 1 November 2026/);
    assert.doesNotMatch(textOf(sampleReport({ trend: trend.slice(0, 1) })), /Baseline over time/);
  });

  it('says whether the plan holds, how far the sprint is and what is next', () => {
    const text = textOf(plannedReport());
    assert.match(
      text,
      /Plan Behind the plan: 6,133 errors, 601 more than planned for today\. Sprint 24, /,
    );
    assert.match(text, /To have 4,000 by 30 June 2027, 137 must go in each sprint/);
    assert.match(text, /All categories in their order Missing type annotations, 3,000 Optional/);
    assert.doesNotMatch(textOf(sampleReport()), /Plan/);
  });

  it('has the planned sizes beside the real ones in the table of the plot', () => {
    assert.match(
      textOf(plannedReport()),
      /Committed Commit Entries Planned Change 27 October 2026/,
    );
    assert.match(textOf(sampleReport()), /Committed Commit Entries Change 1 November 2026/);
  });

  it('draws plan, forecast and range where there are any', () => {
    const classesOf = (report: Report) =>
      [...renderReportPage(report, ENGLISH).matchAll(/<path class="(\w+)" d="M/g)].map(
        ([, name]) => name,
      );
    assert.deepEqual(classesOf(sampleReport()), ['grid', 'area', 'line', 'dots']);
    const planned = ['grid', 'area', 'target', 'range', 'planned', 'forecast', 'line'];
    const samples = ['line', 'planned', 'target', 'range', 'forecast'];
    assert.deepEqual(classesOf(plannedReport()), [...planned, ...samples]);
    const late = { start: day('2026-11-20') };
    assert.equal(
      classesOf(plannedReport({ ...late, target: { kind: 'count', count: 9_000 } })).includes(
        'forecast',
      ),
      false,
    );
  });

  it('says that the history was cut', () => {
    const report = plannedReport();
    assert.ok(report.outlook !== null);
    const cut = { ...report, outlook: { ...report.outlook, missingPast: 'shallow' as const } };
    assert.match(textOf(cut), /The clone is shallow: what was before is not known here\./);
  });

  it('lists owners, error codes and where to begin', () => {
    const text = textOf(plannedReport());
    assert.match(text, /Owners Errors by owner in CODEOWNERS, most first\. .* @acme\/app 3,600 /);
    assert.match(text, /Error codes Errors by error code, most first\. .* no-untyped-def 2,040 /);
    assert.match(text, /Where to begin Gain is .* no-untyped-def 2,040 129 1 15\.7 /);
    assert.doesNotMatch(textOf(sampleReport()), /Owners|Where to begin/);
  });

  it('names its style sheet by its hash and allows nothing else', () => {
    const page = renderReportPage(sampleReport(), ENGLISH);
    const styleSheet = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(styleSheet).digest('base64');
    assert.ok(
      page.includes(
        `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
      ),
    );
  });

  it('is the same for the same report', () => {
    assert.equal(
      renderReportPage(sampleReport(), ENGLISH),
      renderReportPage(sampleReport(), ENGLISH),
    );
  });
});
