import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verbatim } from '../../../../src/core/language/language.js';
import type { Report } from '../../../../src/core/report/report.js';
import { jsonReport } from '../../../../src/report/formats/json.js';
import { day } from '../../../support/plan/plans.js';
import { hostileReport } from '../../../support/report/hostile-report.js';
import { at, listAt } from '../../../support/report/json-value.js';
import { plannedReport } from '../../../support/report/planned-report.js';
import { reportOf } from '../../../support/report/report-of.js';
import { anyReportParts, assembleReport } from '../../../support/report/report-parts.js';
import { locatedError, sampleReport } from '../../../support/report/sample-report.js';
import { closedReportSchema, reportSchema } from '../../../support/report/schemas.js';

const validate = reportSchema();
const validateClosed = closedReportSchema();

/** The report that a script reads, after it kept both forms of the schema. */
function read(report: Report): unknown {
  const text = jsonReport(report);
  validate(text);
  validateClosed(text);
  return JSON.parse(text);
}

describe('the JSON report', () => {
  it('names its format and version', () => {
    const report = read(sampleReport());
    assert.equal(at(report, 'format'), 'mypy-ratchet-report');
    assert.equal(at(report, 'version'), 1);
    assert.equal(at(report, 'checkedAt'), '2026-11-24T12:00:00.000Z');
  });

  it('has the verdict with each finding, its numbers and its words', () => {
    assert.deepEqual(at(read(sampleReport()), 'verdict'), {
      kind: 'regressions',
      message: 'The type debt grew',
      failures: [{ kind: 'new-errors', count: 1, expired: 0, message: '1 new error' }],
      warnings: [
        {
          kind: 'stale-entries',
          count: 1,
          message: '1 entry of the baseline is fixed: "mypy-ratchet shrink" removes it',
        },
      ],
    });
  });

  it('has every error with its status and place', () => {
    const errors = listAt(read(sampleReport()), 'errors');
    assert.deepEqual(
      errors.map((error) => [at(error, 'status'), at(error, 'path'), at(error, 'tier')]),
      [
        ['new', 'app/models.py', null],
        ['accepted', 'app/old.py', 'exact'],
        ['baseline', 'app/views.py', 'moved'],
      ],
    );
    assert.deepEqual(at(errors, 0, 'region'), {
      startLine: 3,
      startColumn: 5,
      endLine: 3,
      endColumn: 10,
    });
    assert.deepEqual(at(errors, 1, 'acceptance'), {
      reason: 'waits for the new driver',
      expires: '2027-03-31',
    });
  });

  it('has the counts of categories, codes and files', () => {
    const report = read(sampleReport());
    assert.deepEqual(at(report, 'totals'), { current: 3, committed: 2, new: 1, fixed: 1 });
    const [category] = listAt(report, 'categories');
    assert.equal(at(category, 'id'), 'incompatible-types');
    assert.equal(at(category, 'priority'), 'high');
    assert.equal(at(category, 'codes', 0, 'code'), 'assignment');
    assert.deepEqual(at(category, 'codes', 0, 'files', 0), {
      path: 'app/models.py',
      current: 1,
      committed: 0,
      new: 1,
      fixed: 0,
    });
  });

  it('has what was fixed, what joined the baseline and who wrote it', () => {
    const report = read(sampleReport());
    assert.equal(at(report, 'fixed', 0, 'path'), 'app/done.py');
    assert.equal(at(report, 'fixed', 0, 'acceptance'), null);
    assert.equal(at(report, 'added', 0, 'path'), 'app/old.py');
    assert.equal(at(report, 'added', 0, 'author'), 'Ada Example');
  });

  it('has what a lead asks, with days and in words', () => {
    const written = read(plannedReport());
    assert.deepEqual(at(written, 'outlook', 'plan', 'date'), '2027-06-30');
    assert.equal(at(written, 'outlook', 'plan', 'forecast', 'kind'), 'date');
    assert.match(
      String(at(written, 'outlook', 'plan', 'sentences', 0)),
      /^Behind the plan: 6,133 errors/,
    );
    assert.deepEqual(at(written, 'outlook', 'cheapest', 'codes', 0, 'name'), 'no-untyped-def');
    assert.deepEqual(at(written, 'outlook', 'owners', 0, 'owners'), ['@acme/app']);
    assert.equal(at(read(sampleReport()), 'outlook'), null);
  });

  it('keeps its schema for every kind of plan', () => {
    const young = { start: day('2026-11-20') };
    for (const plan of [
      young,
      { date: null },
      { pace: null },
      { target: { kind: 'count', count: 9_000 } },
    ] as const) {
      read(plannedReport(plan));
    }
  });

  it('has problems in words', () => {
    const problems = [{ kind: 'configuration-warning', detail: 'one\ntwo' }] as const;
    assert.deepEqual(at(read(sampleReport({ problems })), 'problems'), [
      { kind: 'configuration-warning', message: 'mypy warns: one', detail: 'one\ntwo' },
    ]);
  });

  it('has no region for an error about a whole file, and null for what is not known', () => {
    const [first] = sampleReport().errors;
    assert.ok(first);
    const error = locatedError({ start: { line: 0, column: 0 }, code: '' });
    const report = read(
      reportOf([{ ...first, error }], {
        environment: null,
        sourceLink: null,
        trend: [],
        base: { kind: 'baseline', why: verbatim('there is no commit yet') },
      }),
    );
    assert.equal(at(report, 'errors', 0, 'region'), null);
    assert.equal(at(report, 'errors', 0, 'code'), '');
    assert.equal(at(report, 'environment'), null);
    assert.equal(at(report, 'sourceUrl'), null);
    assert.deepEqual(at(report, 'base'), {
      kind: 'baseline',
      why: 'there is no commit yet',
    });
  });

  it('keeps its schema when a stranger chose every string, and no half of a surrogate pair', () => {
    const text = jsonReport(hostileReport());
    validate(text);
    assert.doesNotMatch(text, /\\ud[89a-f]/i);
  });

  it('keeps its schema, which describes every field, whatever the report holds', () => {
    fc.assert(
      fc.property(anyReportParts, (parts) => {
        const report = assembleReport(parts);
        const written = read(report);
        assert.equal(listAt(written, 'errors').length, report.errors.length);
        assert.equal(listAt(written, 'fixed').length, report.fixed.length);
      }),
    );
  });
});

describe('the schema of the JSON report', () => {
  it('refuses another version, and in its closed form a field that it does not describe', () => {
    const text = jsonReport(sampleReport());
    assert.throws(() => validate(text.replace('"version": 1,', '"version": 2,')));
    const more = text.replace('"current":', '"more": 1, "current":');
    validate(more);
    assert.throws(() => validateClosed(more));
  });
});
