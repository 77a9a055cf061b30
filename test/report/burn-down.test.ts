import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ENGLISH } from '../../src/core/language/language.js';
import { measureProgress } from '../../src/core/plan/plan-progress.js';
import { PAGE_AREA, scalesOf } from '../../src/report/plot/burn-down-scales.js';
import { historyShapes, planShapes } from '../../src/report/plot/burn-down-shapes.js';
import { factsOf, size, storyPlan } from '../support/plan/plans.js';

const DAY_MS = 86_400_000;
const { height } = PAGE_AREA;

/** Points a day apart. */
const daily = (...totals: readonly number[]) =>
  totals.map((total, at) => ({ commit: `${at}`, at: at * DAY_MS, total }));

const scalesFor = (...totals: readonly number[]) =>
  scalesOf(daily(...totals), null, (totals.length - 1) * DAY_MS, ENGLISH);

const anyTotals = fc.array(fc.nat({ max: 2_000_000 }), { minLength: 1, maxLength: 30 });

describe('the scales of a burn-down', () => {
  it('hold every point, between ticks that are whole and evenly spaced', () => {
    fc.assert(
      fc.property(anyTotals, (totals) => {
        const scales = scalesFor(...totals);
        for (const total of totals) {
          assert.ok(scales.y(total) >= -1e-6 && scales.y(total) <= height + 1e-6);
        }
        const steps = scales.totals.slice(1).map((tick, at) => tick - (scales.totals[at] ?? 0));
        assert.ok(steps.length > 0 && steps.length <= 10);
        assert.ok(steps.every((step) => Number.isInteger(step) && step === steps[0] && step > 0));
        assert.ok(Math.abs(scales.y(scales.totals[0] ?? -1) - height) < 1e-6);
        assert.ok(Math.abs(scales.y(scales.totals.at(-1) ?? -1)) < 1e-6);
      }),
    );
  });

  it('begin at zero unless a fall would then look flat', () => {
    assert.deepEqual(scalesFor(5, 2).totals, [0, 1, 2, 3, 4, 5]);
    assert.equal(scalesFor(5, 2).startsAtZero, true);
    assert.deepEqual(scalesFor(7_800, 6_100).totals, [5_000, 6_000, 7_000, 8_000]);
  });

  it('do not make the loss of one error look like a fall', () => {
    const scales = scalesFor(6_000, 5_999);
    assert.ok(scales.y(5_999) - scales.y(6_000) < height / 100);
  });

  it('name no date twice', () => {
    const points = [
      { commit: 'a', at: 0, total: 5 },
      { commit: 'b', at: DAY_MS / 4, total: 4 },
    ];
    const labels = scalesOf(points, null, DAY_MS / 3, ENGLISH).dates.map(({ label }) => label);
    assert.deepEqual(labels, ['1 Jan']);
  });

  it('have room for the date of a plan, and not for the whole of an endless one', () => {
    const start = size('2026-11-30', 3_636);
    const now = size('2026-12-30', 3_600);
    const points = [{ commit: 'a', ...start }];
    const until = (plan = storyPlan()) =>
      scalesOf(points, measureProgress(plan, factsOf([start], now)), now.at, ENGLISH).until;
    assert.equal(new Date(until()).toISOString().slice(0, 10), '2027-06-01');
    const endless = until(storyPlan({ date: null, pace: { least: 1, most: 1 } }));
    assert.ok(endless - now.at <= 10 * 14 * DAY_MS);
  });
});

describe('the shapes of a burn-down', () => {
  it('hold a size until the next commit, and the last until now', () => {
    const points = daily(10, 5);
    const scales = scalesOf(points, null, 2 * DAY_MS, ENGLISH);
    assert.equal(
      historyShapes(points, 2 * DAY_MS, scales).line,
      'M0,0L500,0L500,100L1000,100L1000,100',
    );
  });

  it('foretell from today on, within the fastest and the slowest fall', () => {
    const sizes = [3_636, 3_540, 3_480, 3_390, 3_300].map((total, at) =>
      size(20_800 + at * 14, total),
    );
    const now = size(20_800 + 56, 3_300);
    const progress = measureProgress(storyPlan(), factsOf(sizes, now));
    const points = sizes.map((point, at) => ({ commit: `${at}`, ...point }));
    const scales = scalesOf(points, progress, now.at, ENGLISH);
    const shapes = planShapes(progress, now.at, scales);
    const start = `M${scales.x(now.at).toFixed(1)},${scales.y(3_300).toFixed(1)}`.replaceAll(
      '.0',
      '',
    );
    assert.ok(shapes.forecast.startsWith(start), shapes.forecast);
    assert.ok(shapes.range.startsWith(start), shapes.range);
    assert.doesNotMatch(`${shapes.line}${shapes.forecast}${shapes.range}`, /NaN|Infinity/);
    assert.ok(scales.x(scales.until) === PAGE_AREA.width);
  });
});
