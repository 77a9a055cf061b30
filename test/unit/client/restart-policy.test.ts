import assert from 'node:assert/strict';
import { decideRestart } from '../../../src/client/restart-policy.js';

const MINUTE_MS = 60_000;

/** The waits after crashes at these times. */
function waitsAfter(times: readonly number[]): readonly (number | null)[] {
  let crashes: readonly number[] = [];
  return times.map((now) => {
    const decision = decideRestart(crashes, now);
    crashes = decision.crashes;
    return decision.waitMs;
  });
}

describe('the restart of a server that crashed', () => {
  it('comes at once, then later and later, and then not at all', () => {
    assert.deepEqual(waitsAfter([1, 2, 3, 4, 5, 6]), [0, 2_000, 10_000, 60_000, null, null]);
  });

  it('does not count crashes of long ago', () => {
    const times = [0, 11, 22, 33, 44, 55].map((minutes) => minutes * MINUTE_MS);
    assert.deepEqual(waitsAfter(times), [0, 0, 0, 0, 0, 0]);
  });

  it('ends a loop of crashes, however slow its rounds are', () => {
    const times = Array.from({ length: 20 }, (_, round) => round * 2 * MINUTE_MS);
    assert.equal(waitsAfter(times)[4], null);
  });
});
