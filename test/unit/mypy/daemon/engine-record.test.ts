import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  chooseEngine,
  EMPTY_RECORD,
  type EngineRecord,
  recordCheck,
} from '../../../../src/mypy/daemon/engine-record.js';

/** A record of these checks, in milliseconds. */
function recordOf(daemon: readonly number[], plain: readonly number[]): EngineRecord {
  const withDaemon = daemon.reduce((record, ms) => recordCheck(record, 'daemon', ms), EMPTY_RECORD);
  return plain.reduce((record, ms) => recordCheck(record, 'plain', ms), withDaemon);
}

const anyMs = fc.integer({ min: 1, max: 100_000 });
const many = { minLength: 5, maxLength: 40 };

describe('the choice between the daemon and plain mypy', () => {
  it('is the daemon until both have shown what they can', () => {
    fc.assert(
      fc.property(fc.array(anyMs), fc.array(anyMs), (daemon, plain) => {
        fc.pre(daemon.length < 5 || plain.length < 2);
        assert.equal(chooseEngine(recordOf(daemon, plain)).engine, 'daemon');
      }),
    );
  });

  it('is plain mypy where every check of the daemon took as long as any of its', () => {
    fc.assert(
      fc.property(fc.array(anyMs, many), fc.array(anyMs, many), (slow, fast) => {
        const least = Math.max(...fast);
        const daemon = slow.map((ms) => ms + least);
        assert.equal(chooseEngine(recordOf(daemon, fast)).engine, 'plain');
      }),
    );
  });

  it('is the daemon where it takes less than half of the time', () => {
    fc.assert(
      fc.property(fc.array(anyMs, many), fc.array(anyMs, many), (fast, slow) => {
        const most = Math.max(...fast);
        const plain = slow.map((ms) => ms + 2 * most);
        assert.equal(chooseEngine(recordOf(fast, plain)).engine, 'daemon');
      }),
    );
  });

  it('does not hang on one slow check', () => {
    assert.equal(chooseEngine(recordOf([9, 9, 9, 9, 90_000], [100, 100])).engine, 'daemon');
  });

  it('forgets what is long past', () => {
    const before = new Array<number>(40).fill(10);
    const since = new Array<number>(15).fill(900);
    const { engine } = chooseEngine(recordOf([...before, ...since], [500, 500]));
    assert.equal(engine, 'plain');
  });

  it('is told with its numbers', () => {
    assert.equal(
      chooseEngine(recordOf([4600, 4500, 4700, 4600, 4600], [800, 1000])).why,
      'here the daemon takes 4.60 s and plain mypy 0.90 s, medians of 5 and 2 checks',
    );
  });
});
