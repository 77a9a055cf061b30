import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toEntry } from '../../../../src/core/error/error-entry.js';
import { ErrorNamer } from '../../../../src/core/error/error-id.js';
import type { LocatedError } from '../../../../src/core/error/mypy-error.js';
import type { Report } from '../../../../src/core/report/report.js';
import { artifactLocation } from '../../../../src/report/formats/sarif/artifact-location.js';
import type { SarifResults } from '../../../../src/report/formats/sarif/sarif-results.js';
import { sarifLog } from '../../../../src/report/formats/sarif.js';
import { hostileReport } from '../../../support/report/hostile-report.js';
import { at, listAt } from '../../../support/report/json-value.js';
import { reportOf } from '../../../support/report/report-of.js';
import { anyReportParts, assembleReport } from '../../../support/report/report-parts.js';
import { locatedError, sampleReport } from '../../../support/report/sample-report.js';
import { sarifSchema } from '../../../support/report/schemas.js';

const validate = sarifSchema();

/** The one run of a log that keeps the schema. */
function runOf(report: Report, sarifResults: SarifResults = 'all'): unknown {
  const text = sarifLog(report, { sarifResults });
  validate(text);
  return at(JSON.parse(text), 'runs', 0);
}

function reportWith(error: LocatedError, change: Partial<Report> = {}): Report {
  const [first] = sampleReport().errors;
  assert.ok(first);
  return reportOf([{ ...first, error }], { fixed: [], ...change });
}

function fingerprintsOf(report: Report): readonly unknown[] {
  return listAt(runOf(report), 'results').map((result) =>
    at(result, 'partialFingerprints', 'mypyRatchet/v1'),
  );
}

describe('SARIF', () => {
  it('says of each error what became of it', () => {
    const results = listAt(runOf(sampleReport()), 'results');
    const said = results.map((result) => [
      at(result, 'baselineState'),
      at(result, 'level'),
      at(result, 'locations', 0, 'physicalLocation', 'artifactLocation', 'uri'),
    ]);
    assert.deepEqual(said, [
      ['new', 'error', 'backend/app/models.py'],
      ['unchanged', 'note', 'backend/app/old.py'],
      ['unchanged', 'note', 'backend/app/views.py'],
      ['absent', 'note', 'backend/app/done.py'],
    ]);
  });

  it('holds new errors only where that is asked for, and their rules', () => {
    const run = runOf(sampleReport(), 'new');
    const [result, ...others] = listAt(run, 'results');
    assert.equal(at(result, 'baselineState'), 'new');
    assert.deepEqual(others, []);
    assert.deepEqual(
      listAt(run, 'tool', 'driver', 'rules').map((rule) => at(rule, 'id')),
      [at(result, 'ruleId')],
    );
    const whole = listAt(runOf(sampleReport()), 'results').find(
      (other) => at(other, 'baselineState') === 'new',
    );
    assert.deepEqual(at(result, 'partialFingerprints'), at(whole, 'partialFingerprints'));
  });

  it('holds nothing where nothing is new, and is a log all the same', () => {
    const errors = sampleReport().errors.filter(({ status }) => status !== 'new');
    assert.deepEqual(listAt(runOf({ ...sampleReport(), errors }, 'new'), 'results'), []);
  });

  it('counts lines and columns from 1, columns in UTF-16, with the end exclusive', () => {
    const run = runOf(sampleReport());
    assert.equal(at(run, 'columnKind'), 'utf16CodeUnits');
    assert.deepEqual(at(run, 'results', 0, 'locations', 0, 'physicalLocation', 'region'), {
      startLine: 3,
      startColumn: 5,
      endLine: 3,
      endColumn: 10,
    });
  });

  it('suppresses what was accepted for a reason, and says so of all results or of none', () => {
    const results = listAt(runOf(sampleReport()), 'results');
    assert.deepEqual(
      results.map((result) => at(result, 'suppressions')),
      [
        [],
        [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'waits for the new driver',
            properties: { expires: '2027-03-31' },
          },
        ],
        [],
        [],
      ],
    );
  });

  it('does not suppress an error whose acceptance has expired', () => {
    const [first] = sampleReport().errors;
    assert.ok(first);
    const expired = { ...first, acceptance: { reason: 'soon', expires: '2020-01-01' } };
    const run = runOf(sampleReport({ errors: [expired] }));
    assert.equal(at(run, 'results', 0, 'level'), 'error');
    assert.deepEqual(at(run, 'results', 0, 'suppressions'), []);
  });

  it('describes the codes that occur, with the categories and the highest priority of each', () => {
    const code = 'assignment';
    const [first, second] = sampleReport().errors;
    assert.ok(first && second);
    const run = runOf(
      reportOf([
        { ...first, error: locatedError({ code }), category: 'incompatible-defaults' },
        { ...second, error: locatedError({ code }), category: 'optional' },
      ]),
    );
    const rules = listAt(run, 'tool', 'driver', 'rules');
    assert.equal(rules.length, 1);
    assert.equal(at(rules, 0, 'id'), 'assignment');
    assert.equal(
      at(rules, 0, 'helpUri'),
      'https://mypy.readthedocs.io/en/stable/_refs.html#code-assignment',
    );
    assert.deepEqual(at(rules, 0, 'properties'), {
      tags: ['mypy', 'optional', 'incompatible-defaults'],
      priority: 'high',
    });
  });

  it('has a rule without documentation for errors without a code', () => {
    const run = runOf(reportWith(locatedError({ code: '' })));
    assert.equal(at(run, 'results', 0, 'ruleId'), 'no-code');
    assert.equal(at(run, 'tool', 'driver', 'rules', 0, 'id'), 'no-code');
    assert.equal(at(run, 'tool', 'driver', 'rules', 0, 'helpUri'), undefined);
  });

  it('names no region for an error about a whole file', () => {
    const error = locatedError({ start: { line: 0, column: 0 } });
    const location = at(runOf(reportWith(error)), 'results', 0, 'locations', 0, 'physicalLocation');
    assert.deepEqual(location, {
      artifactLocation: { uri: 'backend/app/models.py', uriBaseId: '%SRCROOT%' },
    });
  });

  it('places notes, equal ones too', () => {
    const note = {
      path: 'app/base.py',
      message: 'Superclass is here',
      start: { line: 0, column: 0 },
      range: { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 0 },
    };
    const run = runOf(reportWith(locatedError({ notes: [note, note] })));
    const related = listAt(run, 'results', 0, 'relatedLocations');
    assert.deepEqual(
      related.map((location) => [at(location, 'id'), at(location, 'message', 'text')]),
      [
        [1, 'Superclass is here'],
        [2, 'Superclass is here'],
      ],
    );
  });

  it('tells the projects of one repository apart', () => {
    const ids = ['', 'backend'].map((prefix) =>
      at(runOf(sampleReport({ prefix })), 'automationDetails', 'id'),
    );
    assert.deepEqual(ids, ['mypy-ratchet/', 'mypy-ratchet/backend/']);
  });

  it('tells problems, and the environment in which mypy ran', () => {
    const report = sampleReport({
      problems: [{ kind: 'configuration-warning', detail: 'no such option' }],
    });
    const run = runOf(report);
    assert.equal(at(run, 'invocations', 0, 'executionSuccessful'), true);
    assert.equal(
      at(run, 'invocations', 0, 'toolExecutionNotifications', 0, 'message', 'text'),
      'mypy warns: no such option',
    );
    assert.deepEqual(at(run, 'properties', 'environment'), report.environment);
  });

  it('gives a fixed error the fingerprint that it had', () => {
    const error = locatedError();
    const [id] = new ErrorNamer().name([error]);
    assert.deepEqual(fingerprintsOf(reportOf([], { fixed: [toEntry(error)] })), [id]);
  });

  it('tells a fixed error from an equal one that is still there', () => {
    const error = locatedError();
    const ids = new ErrorNamer().name([error, error]);
    const [first] = sampleReport().errors;
    assert.ok(first);
    const report = reportOf([{ ...first, id: ids[0] ?? '', error }], { fixed: [toEntry(error)] });
    assert.deepEqual(fingerprintsOf(report), ids);
  });

  it('shows control characters instead of sending them on', () => {
    const message = 'a\u001b[31m\u202eb\ud800';
    const run = runOf(reportWith(locatedError({ message })));
    assert.equal(at(run, 'results', 0, 'message', 'text'), 'a␛[31m[U+202E]b[U+D800]');
  });

  it('keeps the schema when a stranger chose every string', () => {
    runOf(hostileReport());
  });

  it('keeps the schema whatever the report holds', () => {
    fc.assert(
      fc.property(anyReportParts, (parts) => {
        const report = assembleReport(parts);
        const run = runOf(report);
        const results = listAt(run, 'results');
        assert.equal(results.length, report.errors.length + report.fixed.length);
        for (const result of results) {
          const rule = at(run, 'tool', 'driver', 'rules', Number(at(result, 'ruleIndex')));
          assert.equal(at(rule, 'id'), at(result, 'ruleId'));
        }
      }),
    );
  });

  it('gives every result a fingerprint of its own, which does not depend on lines', () => {
    fc.assert(
      fc.property(anyReportParts, fc.integer({ min: 1, max: 500 }), (parts, lines) => {
        const fingerprints = fingerprintsOf(assembleReport(parts));
        assert.equal(new Set(fingerprints).size, fingerprints.length);
        const errors = parts.errors.map((reported) => ({
          ...reported,
          error: moveDown(reported.error, lines),
        }));
        assert.deepEqual(fingerprintsOf(assembleReport({ ...parts, errors })), fingerprints);
      }),
    );
  });
});

function moveDown(error: LocatedError, lines: number): LocatedError {
  const { start, range } = error;
  return {
    ...error,
    start: { ...start, line: start.line + lines },
    range: {
      ...range,
      startLine: range.startLine + lines,
      endLine: range.endLine + lines,
    },
  };
}

describe("SARIF's address of a file", () => {
  const cases: readonly (readonly [path: string, prefix: string, uri: string])[] = [
    ['a.py', '', 'a.py'],
    ['pkg/c d#%?.py', 'back end', 'back%20end/pkg/c%20d%23%25%3F.py'],
    ['é/日本.py', '', '%C3%A9/%E6%97%A5%E6%9C%AC.py'],
    ['a:b.py', '', 'a%3Ab.py'],
    ['/usr/lib/a b.pyi', 'backend', 'file:///usr/lib/a%20b.pyi'],
    ['C:/lib/ü.pyi', 'backend', 'file:///C:/lib/%C3%BC.pyi'],
    ['//server/share/a.py', 'backend', 'file://server/share/a.py'],
    ['\ud800.py', '', '%EF%BF%BD.py'],
  ];
  for (const [path, prefix, uri] of cases) {
    it(`is ${uri}`, () => {
      assert.deepEqual(
        artifactLocation(path, prefix),
        uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' },
      );
    });
  }
});
