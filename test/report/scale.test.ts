import assert from 'node:assert/strict';
import fc from 'fast-check';
import { positionOn, scaleOf } from '../../src/report/plot/scale.js';

const totals = fc.array(fc.nat(100_000), { minLength: 1 });

describe('scaleOf', () => {
  it('holds every value', () => {
    fc.assert(
      fc.property(totals, (values) => {
        const scale = scaleOf(values);
        const positions = values.map((value) => positionOn(scale, value));
        assert.ok(positions.every((position) => position >= 0 && position <= 1));
      }),
    );
  });

  it('has two to six whole ticks at even steps', () => {
    fc.assert(
      fc.property(totals, (values) => {
        const { ticks } = scaleOf(values);
        const steps = ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? Number.NaN));
        assert.ok(ticks.length >= 2 && ticks.length <= 6, `${ticks}`);
        assert.ok(ticks.every(Number.isInteger));
        assert.equal(new Set(steps).size, 1);
      }),
    );
  });

  it('begins at zero where the values reach far down', () => {
    assert.deepEqual(scaleOf([5, 2]).ticks, [0, 2, 4, 6]);
  });

  it('is cut where the values are high', () => {
    assert.deepEqual(scaleOf([7800, 6100]).ticks, [5000, 6000, 7000, 8000]);
  });

  it('keeps the loss of one error small', () => {
    const scale = scaleOf([6000, 5999]);
    assert.ok(positionOn(scale, 6000) - positionOn(scale, 5999) < 0.01);
  });

  it('copes with no errors at all', () => {
    assert.deepEqual(scaleOf([0, 0]).ticks, [0, 1]);
  });
});
