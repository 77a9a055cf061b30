import assert from 'node:assert/strict';
import { formatDay } from '../../../../src/core/plan/day.js';
import { measureProgress } from '../../../../src/core/plan/plan-progress.js';
import { day, factsOf, size, storyPlan } from '../../../support/plan/plans.js';

const START = [size('2026-11-20', 3_636)];

describe('the plan of 3,636 errors, 500 in six months, 50 to 100 a sprint', () => {
  const progressAt = (date: string, total: number, earlier = START) =>
    measureProgress(storyPlan(), factsOf(earlier, size(date, total)));

  it('asks for more a sprint than its own pace, and says so from the first day', () => {
    const { state, needed, pace, sprint, target, start, planned } = progressAt('2026-11-30', 3_636);
    assert.equal(state, 'ahead');
    assert.deepEqual([start.total, target, planned], [3_636, 500, 3_636]);
    // 183 days are 13.07 sprints, for 3,136 errors.
    assert.equal(needed, 240);
    assert.deepEqual(pace, { least: 50, most: 100 });
    assert.deepEqual(sprint, {
      number: 1,
      from: day('2026-11-30'),
      until: day('2026-12-13'),
      atStart: 3_636,
      cleared: 0,
      quota: { least: 50, most: 100 },
    });
  });

  it('is behind where only its pace is kept', () => {
    const sizes = [...START, size('2026-12-12', 3_540)];
    const { state, planned, sprint, needed } = progressAt('2026-12-20', 3_500, sizes);
    assert.equal(state, 'behind');
    // 20 of 182 days: 3,636 − 3,136 × 20 / 182.
    assert.equal(planned, 3_292);
    assert.deepEqual(
      [sprint?.number, sprint?.atStart, sprint?.cleared, needed],
      [2, 3_540, 40, 258],
    );
  });

  it('is waiting before its start, over after its date, and reached when it is', () => {
    assert.equal(progressAt('2026-11-29', 3_636).state, 'waiting');
    assert.equal(progressAt('2026-11-29', 3_636).sprint, null);
    assert.equal(progressAt('2027-05-31', 501).state, 'behind');
    assert.equal(progressAt('2027-06-01', 501).state, 'overdue');
    assert.equal(progressAt('2027-06-01', 501).needed, 1);
    const reached = progressAt('2027-01-04', 500);
    assert.deepEqual([reached.state, reached.needed], ['reached', null]);
    assert.deepEqual(reached.forecast, { kind: 'reached' });
  });

  it('counts a rise against the sprint, and never asks for more than is left', () => {
    const sizes = [...START, size('2026-12-12', 530)];
    const { sprint } = progressAt('2026-12-20', 545, sizes);
    assert.equal(sprint?.cleared, -15);
    assert.deepEqual(sprint?.quota, { least: 30, most: 30 });
  });
});

describe('a plan', () => {
  it('without a date runs at its least pace', () => {
    const { line, needed, state, planned } = measureProgress(
      storyPlan({ date: null }),
      factsOf(START, size('2026-12-14', 3_590)),
    );
    // 3,136 errors at 50 in 14 days.
    assert.deepEqual(line.to, { day: day('2026-11-30') + 879, total: 500 });
    assert.deepEqual([needed, planned, state], [null, 3_587, 'behind']);
  });

  it('without a pace asks each sprint for its part of the rest', () => {
    const sizes = [...START, size('2026-12-12', 3_436)];
    const { sprint } = measureProgress(
      storyPlan({ pace: null }),
      factsOf(sizes, size('2026-12-20', 3_400)),
    );
    // 2,936 errors in the 169 days from the 14th on, which are 12.07 sprints.
    assert.deepEqual(sprint?.quota, { least: 244, most: 244 });
  });

  it('takes a per-cent of the errors at its start', () => {
    const { target, start } = measureProgress(
      storyPlan({ target: { kind: 'percent', percent: 20 } }),
      factsOf([...START, size('2026-12-12', 3_000)], size('2026-12-20', 3_000)),
    );
    assert.deepEqual([start.total, target], [3_636, 727]);
  });

  it('begins with the baseline where nobody says when', () => {
    const { start, startIsKnown } = measureProgress(
      storyPlan({ start: null }),
      factsOf(START, size('2026-12-14', 3_600)),
    );
    assert.deepEqual([formatDay(start.day), start.total], ['2026-11-20', 3_636]);
    assert.equal(startIsKnown, true);
  });

  it('says where its start is not known', () => {
    const late = [size('2026-12-05', 3_500)];
    const { start, startIsKnown } = measureProgress(
      storyPlan(),
      factsOf(late, size('2026-12-14', 3_500)),
    );
    assert.deepEqual([start.total, startIsKnown], [3_500, false]);
    const cut = { ...factsOf(late, size('2026-12-14', 3_500)), sizesAreCut: true };
    assert.equal(measureProgress(storyPlan({ start: null }), cut).startIsKnown, false);
    assert.equal(
      measureProgress(storyPlan(), factsOf([], size('2026-12-14', 9))).startIsKnown,
      false,
    );
  });

  it('clears the categories that it names first, then the largest', () => {
    const counts = { optional: 4, 'missing-annotations': 2, other: 9 };
    const { next } = measureProgress(
      storyPlan({ order: ['any-leaks', 'missing-annotations'] }),
      factsOf(START, size('2026-12-14', 15), counts),
    );
    assert.deepEqual(
      next.map(({ category, count }) => [category.id, count]),
      [
        ['missing-annotations', 2],
        ['other', 9],
        ['optional', 4],
      ],
    );
  });
});
