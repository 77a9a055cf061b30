import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Day, startOfDay } from '../../../../src/core/plan/day.js';
import { foretell } from '../../../../src/core/plan/forecast.js';
import type { Plan } from '../../../../src/core/plan/plan.js';
import { measureProgress, type PlanFacts } from '../../../../src/core/plan/plan-progress.js';
import type { SizeAt } from '../../../../src/core/plan/size-over-time.js';
import { factsOf } from '../../../support/plan/plans.js';

const TODAY: Day = 20_800;
const NOW_MS = startOfDay(TODAY) + 1;

const anyTotal = fc.integer({ min: 0, max: 5_000 });

/** Sizes in the last half year, oldest first, the last of them now. */
const anySizes = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 182 }), anyTotal), { minLength: 1, maxLength: 40 })
  .map((rows) =>
    rows
      .sort(([a], [b]) => b - a)
      .map(([ago, total]): SizeAt => ({ at: startOfDay(TODAY - ago), total })),
  );

const anyPlan: fc.Arbitrary<Plan> = fc.record({
  target: fc.oneof(
    anyTotal.map((count) => ({ kind: 'count', count }) as const),
    fc.integer({ min: 0, max: 100 }).map((percent) => ({ kind: 'percent', percent }) as const),
  ),
  date: fc.option(fc.integer({ min: TODAY - 300, max: TODAY + 500 })),
  pace: fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 }))
    .map(([least, more]) => ({ least, most: least + more })),
  sprintDays: fc.integer({ min: 1, max: 40 }),
  start: fc.option(fc.integer({ min: TODAY - 300, max: TODAY + 30 })),
  order: fc.constant([]),
});

const anyFacts = fc
  .tuple(anySizes, anyTotal)
  .map(([sizes, total]) => factsOf(sizes, { at: NOW_MS, total }));

const shift = (facts: PlanFacts, days: number): PlanFacts => {
  const move = ({ at, total }: SizeAt) => ({ at: at + startOfDay(days), total });
  return { ...facts, sizes: facts.sizes.map(move), now: move(facts.now) };
};

const GOAL = { target: 100, sprintDays: 14 };

describe('a plan held against any history', () => {
  it('never asks for less than nothing or more than is left, nor foretells the past or the far', () => {
    fc.assert(
      fc.property(anyPlan, anyFacts, (plan, facts) => {
        const { sprint, needed, forecast, target, line, planned } = measureProgress(plan, facts);
        if (sprint !== null) {
          const { quota, atStart, from, until } = sprint;
          assert.ok(0 <= quota.least && quota.least <= quota.most);
          assert.ok(quota.most <= Math.max(0, atStart - target));
          assert.ok(from <= TODAY && TODAY <= until && until - from + 1 === plan.sprintDays);
        }
        assert.ok(needed === null || needed > 0);
        assert.ok(line.to.day > line.from.day && line.to.total <= line.from.total);
        assert.ok(line.to.total <= planned && planned <= line.from.total);
        if (forecast.kind !== 'date') return;
        const { earliest, expected, latest } = forecast;
        assert.ok(TODAY < earliest && earliest <= expected && expected <= TODAY + 3_653);
        assert.ok(latest === null || (expected <= latest && latest <= TODAY + 3_653));
      }),
    );
  });

  it('is the same after commits that leave the size as it was', () => {
    fc.assert(
      fc.property(anyPlan, anyFacts, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), check),
    );
    function check(plan: Plan, facts: PlanFacts, index: number, part: number): void {
      const at = index % facts.sizes.length;
      const [size, next] = [facts.sizes[at], facts.sizes[at + 1] ?? facts.now];
      assert.ok(size !== undefined);
      const same = { at: size.at + Math.floor(part * (next.at - size.at)), total: size.total };
      const sizes = facts.sizes.toSpliced(at + 1, 0, same);
      assert.deepEqual(measureProgress(plan, { ...facts, sizes }), measureProgress(plan, facts));
    }
  });

  it('moves with the calendar', () => {
    fc.assert(
      fc.property(anyPlan, anyFacts, fc.integer({ min: -500, max: 500 }), (plan, facts, days) => {
        const moved = measureProgress(
          {
            ...plan,
            date: plan.date === null ? null : plan.date + days,
            start: plan.start === null ? null : plan.start + days,
          },
          shift(facts, days),
        );
        const here = measureProgress(plan, facts);
        assert.deepEqual(
          [moved.state, moved.needed, moved.planned, moved.forecast.kind, moved.sprint?.quota],
          [here.state, here.needed, here.planned, here.forecast.kind, here.sprint?.quota],
        );
        if (moved.forecast.kind !== 'date' || here.forecast.kind !== 'date') return;
        assert.equal(moved.forecast.expected, here.forecast.expected + days);
      }),
    );
  });

  it('foretells the same day for twice as many errors that fall twice as fast', () => {
    fc.assert(
      fc.property(anyFacts, ({ sizes, now }) => {
        const double = ({ at, total }: SizeAt) => ({ at, total: 2 * total });
        const here = foretell(sizes, now, GOAL);
        const twice = foretell(sizes.map(double), double(now), { ...GOAL, target: 200 });
        assert.equal(twice.kind, here.kind);
        if (twice.kind !== 'date' || here.kind !== 'date') return;
        assert.deepEqual(
          [twice.earliest, twice.expected, twice.latest],
          [here.earliest, here.expected, here.latest],
        );
      }),
    );
  });

  it('foretells no later day for fewer errors now, or for a target that is easier', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 300 }), ({ sizes, now }, fewer) => {
        const here = foretell(sizes, now, GOAL);
        const less = foretell(sizes, { ...now, total: Math.max(0, now.total - fewer) }, GOAL);
        const easier = foretell(sizes, now, { ...GOAL, target: GOAL.target + fewer });
        for (const better of [less, easier]) {
          if (better.kind !== 'date' || here.kind !== 'date') continue;
          assert.ok(better.expected <= here.expected);
          assert.ok(better.earliest <= here.earliest);
        }
      }),
    );
  });
});

describe('the range of a forecast', () => {
  for (const [name, fall] of [
    ['differ by chance', (random: number) => 75 - 25 * Math.log(random / (1 - random))],
    ['are mostly small', (random: number) => -75 * Math.log(random)],
  ] as const) {
    it(`holds about four of five teams whose sprints ${name}`, () => {
      const random = generator(7);
      let inside = 0;
      for (let team = 0; team < 2_000; team += 1) {
        inside += isForetold(() => Math.round(fall(random()))) ? 1 : 0;
      }
      assert.ok(inside / 2_000 > 0.75 && inside / 2_000 < 0.95, `${inside / 2_000}`);
    });
  }

  /** Whether the sprint in which a team comes from 1,125 errors to 0 lies within the range. */
  function isForetold(fall: () => number): boolean {
    const totals = [1_125];
    for (let sprint = 0; sprint < 8; sprint += 1) totals.unshift((totals[0] ?? 0) + fall());
    const sizes = totals.map((total, at) => ({ at: NOW_MS - startOfDay((8 - at) * 14), total }));
    const now = { at: NOW_MS, total: 1_125 };
    const forecast = foretell(sizes, now, { target: 0, sprintDays: 14 });
    if (forecast.kind !== 'date') return false;
    let [left, sprints] = [1_125, 0];
    while (left > 0 && sprints < 1_000) {
      left -= fall();
      sprints += 1;
    }
    const last = forecast.latest ?? Number.POSITIVE_INFINITY;
    // The team is somewhere within its last sprint.
    return TODAY + sprints * 14 >= forecast.earliest && TODAY + (sprints - 1) * 14 <= last;
  }

  /** Numbers between 0 and 1, the same every time. */
  function generator(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
  }
});
