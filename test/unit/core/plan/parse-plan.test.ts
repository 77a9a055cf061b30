import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ENGLISH } from '../../../../src/core/language/language.js';
import { formatDay, parseDay } from '../../../../src/core/plan/day.js';
import { parsePlan } from '../../../../src/core/plan/parse-plan.js';

const WHOLE = { target: 500, date: '2027-05-31', pace: '50-100', sprint: '2 weeks' };

/** What is wrong where one key of a good plan has this value. */
const mistakesWith = (key: string, value: unknown): readonly string[] =>
  parsePlan({ ...WHOLE, [key]: value }).mistakes.map(ENGLISH.express);

/** The plan where one key of a good one has this value. */
function planWith(key: string, value: unknown) {
  const { plan, mistakes } = parsePlan({ ...WHOLE, [key]: value });
  assert.deepEqual(mistakes, []);
  assert.ok(plan !== null);
  return plan;
}

describe('parsePlan', () => {
  it('has none where none is written', () => {
    assert.deepEqual(parsePlan(undefined), { plan: null, mistakes: [] });
  });

  it('takes the least that makes a plan', () => {
    const { plan, mistakes } = parsePlan({ target: '20%', pace: 75 });
    assert.deepEqual(mistakes, []);
    assert.deepEqual(plan, {
      target: { kind: 'percent', percent: 20 },
      date: null,
      pace: { least: 75, most: 75 },
      sprintDays: 14,
      start: null,
      order: [],
    });
  });

  it('takes a pace and a sprint as people write them', () => {
    assert.deepEqual(planWith('pace', '50 – 100').pace, { least: 50, most: 100 });
    assert.deepEqual(planWith('pace', '75').pace, { least: 75, most: 75 });
    assert.equal(planWith('sprint', '1 week').sprintDays, 7);
    assert.equal(planWith('sprint', '10 days').sprintDays, 10);
  });

  for (const [key, values, mistake] of [
    [
      'target',
      [-1, 1.5, '120%', 'none', [5], true],
      'neither a number of errors nor such as "20%"',
    ],
    ['date', ['2027-02-30', '2027-5-31', 'May', 20270531], 'no date such as 2027-05-31'],
    ['start', ['soon', ''], 'no date such as 2027-05-31'],
    ['pace', ['100-50', 0, '0', -5, '5-', [1]], 'neither a number of errors nor such as "50-100"'],
    ['sprint', ['2', '1 month', '0 weeks', '60 weeks', 14], 'no time such as "2 weeks"'],
  ] as const) {
    it(`says what is wrong with "${key}"`, () => {
      for (const value of values) {
        assert.deepEqual(mistakesWith(key, value), [`"plan.${key}" is ${mistake}`], String(value));
      }
    });
  }

  it('says which category it does not know, and which stands twice', () => {
    assert.deepEqual(mistakesWith('order', ['optional', 'any']), [
      '"plan.order" does not know the category "any"',
    ]);
    assert.deepEqual(mistakesWith('order', ['optional', 'optional']), [
      '"plan.order" names a category twice',
    ]);
    assert.deepEqual(mistakesWith('order', 'optional'), ['"plan.order" is no list of categories']);
  });

  it('says what a plan lacks', () => {
    assert.deepEqual(parsePlan({}).mistakes.map(ENGLISH.express), [
      '"plan" has no "target"',
      '"plan" has neither "date" nor "pace"',
    ]);
    assert.deepEqual(mistakesWith('start', '2027-05-31'), [
      '"plan.date" is not after "plan.start"',
    ]);
    assert.deepEqual(mistakesWith('tempo', 3), ['"plan" does not know "tempo"']);
  });

  it('has either a plan or mistakes, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())), (value) => {
        const { plan, mistakes } = parsePlan(value);
        assert.equal(plan !== null, mistakes.length === 0 && value !== undefined);
      }),
    );
  });
});

describe('a day', () => {
  it('is the same written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -365_000, max: 2_900_000 }), (day) => {
        const text = formatDay(day);
        fc.pre(/^\d{4}-/.test(text));
        assert.equal(parseDay(text), day);
      }),
    );
  });
});
