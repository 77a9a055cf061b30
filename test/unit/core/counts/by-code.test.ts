import assert from 'node:assert/strict';
import { countByCode } from '../../../../src/core/counts/by-code.js';
import { largeReport } from '../../../support/report/large-report.js';
import { sampleReport } from '../../../support/report/sample-report.js';

describe('countByCode', () => {
  it('gives each code once, the one with the most errors first', () => {
    assert.deepEqual(countByCode(sampleReport().summary), [
      { code: 'assignment', current: 2, committed: 1, new: 1, fixed: 1 },
      { code: 'union-attr', current: 1, committed: 1, new: 0, fixed: 0 },
    ]);
  });

  it('adds up to all errors', () => {
    const { summary } = largeReport();
    const total = countByCode(summary).reduce((sum, { current }) => sum + current, 0);
    assert.equal(total, summary.totals.current);
  });
});
