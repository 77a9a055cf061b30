import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRecord } from '../../../../src/core/json/is-record.js';
import { gitlabCodeQuality } from '../../../../src/report/formats/gitlab.js';
import { anyHostileReport } from '../../../support/report/any-hostile-report.js';
import { locatedError, sampleReport } from '../../../support/report/sample-report.js';

const [NEW] = sampleReport().errors;

describe("GitLab's code quality report", () => {
  it('has the new errors only, paths from the top of the repository', () => {
    const violations: unknown = JSON.parse(gitlabCodeQuality(sampleReport()));
    assert.deepEqual(violations, [
      {
        description:
          'Incompatible types in assignment (expression has type "str", variable has type "int")',
        check_name: 'assignment',
        fingerprint: 'bedbd7bb6e6152dc9057077c8b14561131715212074c18687c8a5ec3c155d9d1',
        severity: 'critical',
        location: { path: 'backend/app/models.py', lines: { begin: 3 } },
      },
    ]);
  });

  it('takes the severity from the priority of the category', () => {
    assert.ok(NEW);
    const text = gitlabCodeQuality(
      sampleReport({
        errors: [
          { ...NEW, category: 'returns' },
          { ...NEW, category: 'imports' },
          { ...NEW, category: 'other' },
        ],
      }),
    );
    assert.deepEqual(text.match(/"severity": "\w+"/g), [
      '"severity": "critical"',
      '"severity": "major"',
      '"severity": "minor"',
    ]);
  });

  it('gives an error of a whole file the first line', () => {
    assert.ok(NEW);
    const error = locatedError({ start: { line: 0, column: 0 } });
    const text = gitlabCodeQuality(sampleReport({ errors: [{ ...NEW, error }] }));
    assert.match(text, /"begin": 1\n/);
  });

  it('gives the same error in two projects of a repository two fingerprints', () => {
    const fingerprint = (prefix: string) =>
      /"fingerprint": "(\w+)"/.exec(gitlabCodeQuality(sampleReport({ prefix })))?.[1];
    assert.match(fingerprint('backend') ?? '', /^[0-9a-f]{64}$/);
    assert.equal(fingerprint('backend'), fingerprint('backend'));
    assert.notEqual(fingerprint('backend'), fingerprint('frontend'));
  });

  it('is JSON with one violation for each new error whatever the code base holds', () => {
    fc.assert(
      fc.property(anyHostileReport, (report) => {
        const violations: unknown = JSON.parse(gitlabCodeQuality(report));
        assert.ok(Array.isArray(violations));
        const added = report.errors.filter(({ status }) => status === 'new');
        assert.equal(violations.length, added.length);
        const fingerprints = violations.map((violation: unknown) => {
          assert.ok(isRecord(violation));
          return violation['fingerprint'];
        });
        assert.equal(new Set(fingerprints).size, added.length);
      }),
    );
  });
});
