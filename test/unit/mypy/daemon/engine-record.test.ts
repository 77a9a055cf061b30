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
        assert.equal(chooseEngine(recordOf(daemon, plain), 'daemon').engine, 'daemon');
      }),
    );
  });

  it('is plain mypy where every check of the daemon took as long as any of its', () => {
    fc.assert(
      fc.property(fc.array(anyMs, many), fc.array(anyMs, many), (slow, fast) => {
        const least = Math.max(...fast);
        const daemon = slow.map((ms) => ms + least);
        assert.equal(chooseEngine(recordOf(daemon, fast), 'daemon').engine, 'plain');
      }),
    );
  });

  it('is the daemon where it takes less than half of the time', () => {
    fc.assert(
      fc.property(fc.array(anyMs, many), fc.array(anyMs, many), (fast, slow) => {
        const most = Math.max(...fast);
        const plain = slow.map((ms) => ms + 2 * most);
        assert.equal(chooseEngine(recordOf(fast, plain), 'daemon').engine, 'daemon');
      }),
    );
  });

  it('does not hang on one slow check', () => {
    assert.equal(
      chooseEngine(recordOf([9, 9, 9, 9, 90_000], [100, 100]), 'daemon').engine,
      'daemon',
    );
  });

  it('forgets what is long past', () => {
    const before = new Array<number>(40).fill(10);
    const since = new Array<number>(15).fill(900);
    const { engine } = chooseEngine(recordOf([...before, ...since], [500, 500]), 'daemon');
    assert.equal(engine, 'plain');
  });

  it('is told with its numbers', () => {
    assert.equal(
      chooseEngine(recordOf([4600, 4500, 4700, 4600, 4600], [800, 1000]), 'daemon').why,
      'the daemon takes 4.60 s here and plain mypy 0.90 s (medians of 5 and 2 checks)',
    );
  });
});

describe('the choice where plain mypy is presumed', () => {
  it('is plain mypy while its checks are short', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4_999 })), (plain) => {
        assert.deepEqual(chooseEngine(recordOf([], plain), 'plain'), {
          engine: 'plain',
          why: null,
        });
      }),
    );
  });

  it('is to try the daemon where they are long, and then what has proven itself', () => {
    const long = new Array<number>(5).fill(9_000);
    assert.deepEqual(chooseEngine(recordOf([], long), 'plain'), {
      engine: 'daemon',
      why: 'plain mypy takes 9.00 s here',
    });
    assert.equal(chooseEngine(recordOf([1, 1, 1, 1, 1], long), 'plain').engine, 'daemon');
    assert.equal(chooseEngine(recordOf([...long], long), 'plain').engine, 'plain');
  });
});
