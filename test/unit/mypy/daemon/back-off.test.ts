import assert from 'node:assert/strict';
import { BackOff } from '../../../../src/mypy/daemon/back-off.js';

describe('the wait after a fault of the daemon', () => {
  let now: number;
  let backOff: BackOff;

  beforeEach(() => {
    now = 1_000;
    backOff = new BackOff(() => now);
  });

  it('is none at first', () => {
    assert.equal(backOff.isOver, true);
  });

  it('gets longer with each, and ends in none being started any more', () => {
    for (const wait of [2_000, 10_000, 60_000, 60_000]) {
      backOff.fail();
      now += wait - 1;
      assert.equal(backOff.isOver, false);
      now += 1;
      assert.equal(backOff.isOver, true);
      assert.equal(backOff.isHopeless, false);
    }
    backOff.fail();
    now += 3_600_000;
    assert.deepEqual([backOff.isOver, backOff.isHopeless], [false, true]);
  });

  it('starts from the beginning after an answer', () => {
    backOff.fail();
    backOff.fail();
    backOff.succeed();
    assert.equal(backOff.isOver, true);
    backOff.fail();
    now += 2_000;
    assert.equal(backOff.isOver, true);
  });
});
