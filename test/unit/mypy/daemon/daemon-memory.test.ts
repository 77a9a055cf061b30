import assert from 'node:assert/strict';
import { hasGrown, parseProcStatus } from '../../../../src/mypy/daemon/daemon-memory.js';

describe("the daemon's memory", () => {
  it('has grown when it has more than doubled', () => {
    assert.equal(hasGrown(100, 200), false);
    assert.equal(hasGrown(100, 201), true);
  });

  it('has not grown as far as anybody can tell where it cannot be measured', () => {
    assert.equal(hasGrown(undefined, 201), false);
    assert.equal(hasGrown(100, undefined), false);
  });

  it('is what Linux says', () => {
    assert.equal(parseProcStatus('Name:\tpython\nVmRSS:\t  2048 kB\nVmData:\t1 kB\n'), 2_097_152);
    assert.equal(parseProcStatus(''), undefined);
  });
});
