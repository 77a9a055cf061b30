import assert from 'node:assert/strict';
import {
  isHeld,
  type LockHolder,
  type LockObserver,
  parseHolder,
} from '../../../../src/mypy/cache/lock-holder.js';

const HOLDER: LockHolder = { token: 't', host: 'here', pid: 10, startedAt: 5, mypy: null };

/** Looks from process 20, begun at 7, on a machine where some processes live. */
function look(
  holder: LockHolder | undefined,
  ageMs: number,
  alive: readonly number[] = [],
): boolean {
  const observer: LockObserver = {
    host: 'here',
    pid: 20,
    startedAt: 7,
    isAlive: (pid) => alive.includes(pid),
  };
  return isHeld(holder, ageMs, observer);
}

describe('the holder of a lock', () => {
  it('holds it as long as it lives and renews it', () => {
    assert.equal(look(HOLDER, 0, [10]), true);
    assert.equal(look(HOLDER, 9_000, [10]), true);
    assert.equal(look(HOLDER, 11_000, [10]), false, 'another process has its number');
    assert.equal(look(HOLDER, -3_600_000, [10]), true, 'the clock was set back');
  });

  it('does not hold it a moment longer when it is dead', () => {
    assert.equal(look(HOLDER, 0), false);
  });

  it('holds it through a mypy that outlives it', () => {
    assert.equal(look({ ...HOLDER, mypy: 11 }, 20_000, [11]), true);
    assert.equal(look({ ...HOLDER, mypy: 11 }, 0), false);
    assert.equal(look({ ...HOLDER, mypy: 11 }, 31 * 60_000, [11]), false);
  });

  it('is told from an earlier process with the same number', () => {
    assert.equal(look({ ...HOLDER, pid: 20, startedAt: 7 }, 0, [20]), true);
    assert.equal(look({ ...HOLDER, pid: 20, startedAt: 6 }, 0, [20]), false);
  });

  it('may be on another machine, where only time tells', () => {
    assert.equal(look({ ...HOLDER, host: 'there' }, 9_000), true);
    assert.equal(look({ ...HOLDER, host: 'there' }, 11_000, [10]), false);
  });

  it('may not have written its name yet', () => {
    assert.equal(look(undefined, 100), true);
    assert.equal(look(undefined, 3_000), false);
  });

  it('is read with checks', () => {
    assert.deepEqual(parseHolder(JSON.stringify(HOLDER)), HOLDER);
    assert.deepEqual(parseHolder(JSON.stringify({ ...HOLDER, mypy: 12 })), { ...HOLDER, mypy: 12 });
    for (const text of [
      '',
      '{',
      '[]',
      '{}',
      'null',
      '{"token":"t","host":1,"pid":1,"startedAt":1}',
    ]) {
      assert.equal(parseHolder(text), undefined, text);
    }
  });
});
