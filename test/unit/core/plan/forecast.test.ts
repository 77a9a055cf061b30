import assert from 'node:assert/strict';
import { formatDay } from '../../../../src/core/plan/day.js';
import { foretell } from '../../../../src/core/plan/forecast.js';
import { day, size } from '../../../support/plan/plans.js';

const GOAL = { target: 500, sprintDays: 14 };
const TODAY = day('2027-02-01');

/** A forecast after sizes at the end of sprints, the last of them today. */
function foretellFrom(totals: readonly number[], target = GOAL.target) {
  const sizes = totals.map((total, at) => size(TODAY - (totals.length - 1 - at) * 14, total));
  return foretell(sizes, size(TODAY, totals.at(-1) ?? 0), { ...GOAL, target });
}

describe('foretell', () => {
  it('says the day for a team that clears the same in every sprint', () => {
    const forecast = foretellFrom([3_000, 2_900, 2_800, 2_700, 2_600]);
    assert.ok(forecast.kind === 'date');
    // 2,100 errors are 21 sprints.
    assert.equal(forecast.expected, TODAY + 21 * 14);
    assert.equal(forecast.earliest, forecast.expected);
    assert.equal(forecast.latest, forecast.expected);
    assert.deepEqual(forecast.fall, { expected: 100, least: 100, most: 100 });
    assert.equal(forecast.sprints, 4);
  });

  it('gives a range where sprints differ', () => {
    // The falls between all sizes are 50, 60, 70, 75, 75, 75, 80, 80, … 100, 100.
    const forecast = foretellFrom([3_000, 2_950, 2_850, 2_790, 2_700, 2_600]);
    assert.ok(forecast.kind === 'date' && forecast.latest !== null);
    assert.ok(forecast.earliest < forecast.expected && forecast.expected < forecast.latest);
    assert.deepEqual([forecast.earliest, forecast.expected, forecast.latest].map(formatDay), [
      '2027-11-22',
      '2028-02-04',
      '2028-06-05',
    ]);
  });

  it('is not led astray by one import of a thousand errors', () => {
    const steady = foretellFrom([3_900, 3_800, 3_700, 3_600, 3_500, 3_400, 3_300, 3_200, 3_100]);
    const risen = foretellFrom([2_900, 2_800, 3_700, 3_600, 3_500, 3_400, 3_300, 3_200, 3_100]);
    assert.ok(steady.kind === 'date' && risen.kind === 'date');
    assert.equal(steady.fall.expected, 100);
    assert.ok(risen.fall.expected > 60, `${risen.fall.expected}`);
    // Whether it happens again nobody knows.
    assert.equal(risen.latest, null);
  });

  it('says that there are too few sprints, or too few with a change', () => {
    assert.deepEqual(foretellFrom([3_000, 2_900, 2_800, 2_700]), {
      kind: 'too-few',
      sprints: 3,
      changed: 3,
    });
    assert.deepEqual(foretellFrom([3_000, 3_000, 2_000, 2_000, 2_000, 1_900]), {
      kind: 'too-few',
      sprints: 5,
      changed: 2,
    });
    assert.equal(foretell([], size(TODAY, 900), GOAL).kind, 'too-few');
  });

  it('gives no day where nothing falls, or so little that it takes ten years', () => {
    assert.equal(foretellFrom([3_000, 3_000, 3_000, 3_000, 3_000]).kind, 'not-falling');
    assert.equal(foretellFrom([3_000, 3_100, 3_200, 3_300, 3_400]).kind, 'not-falling');
    const slow = foretellFrom([3_000, 2_999, 2_998, 2_997, 2_996]);
    assert.ok(slow.kind === 'not-falling');
    assert.equal(slow.fall.expected, 1);
  });

  it('knows when the target is met', () => {
    assert.deepEqual(foretellFrom([500]), { kind: 'reached' });
  });

  it('looks at the last eight sprints', () => {
    const recent = [2_800, 2_700, 2_600, 2_500, 2_400, 2_300, 2_200, 2_100, 2_000];
    assert.deepEqual(foretellFrom([9_000, 8_000, 1_000, ...recent]), foretellFrom(recent));
  });
});
