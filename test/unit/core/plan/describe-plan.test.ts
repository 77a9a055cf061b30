import assert from 'node:assert/strict';
import { ENGLISH } from '../../../../src/core/language/language.js';
import { describePlan } from '../../../../src/core/plan/describe-plan.js';
import { measureProgress } from '../../../../src/core/plan/plan-progress.js';
import { day, factsOf, size, storyPlan } from '../../../support/plan/plans.js';

const START = day('2026-11-30');

/** Sizes at the start of each sprint, from the plan's start on. */
const sprints = (...totals: readonly number[]) =>
  totals.map((total, at) => size(START + at * 14 - 1, total));

const wordsOf = (...[plan, facts]: Parameters<typeof measureProgress>) =>
  describePlan(measureProgress(plan, facts), ENGLISH);

describe('describePlan', () => {
  it('tells a team that its own pace is not enough', () => {
    const sizes = sprints(3_636, 3_570, 3_490, 3_410, 3_320, 3_260);
    const now = size(START + 5 * 14 + 6, 3_230);
    assert.deepEqual(wordsOf(storyPlan(), factsOf(sizes, now, { 'missing-annotations': 900 })), [
      'Behind the plan: 3,230 errors, 903 more than planned for today.',
      'Sprint 6, 8 February 2027 to 21 February 2027: 30 of 50–100 cleared.',
      'To have 500 by 31 May 2027, 358 must go in each sprint: the pace of 50–100 is not enough.',
      'If it goes on as in the last 5 sprints, about 81 a sprint: 30 May 2028, most likely between 14 April 2028 and 22 July 2028.',
      'Next: Missing type annotations, 900 errors.',
    ]);
  });

  it('says that there is too little to say', () => {
    const words = wordsOf(
      storyPlan({ date: day('2028-05-31') }),
      factsOf(sprints(3_636), size(START + 3, 3_651)),
    );
    assert.deepEqual(words, [
      'Behind the plan: 3,651 errors, 32 more than planned for today.',
      'Sprint 1, 30 November 2026 to 13 December 2026: 15 errors more than at its start; 50–100 were to go.',
      'To have 500 by 31 May 2028, 81 must go in each sprint: the pace of 50–100 is enough.',
      'Too few changes yet for a forecast: it takes 4 sprints, 3 of them with a change; so far there are 0, 0 of them with a change.',
    ]);
  });

  it('says what else a plan can be', () => {
    const at = (days: number, total: number) => factsOf(sprints(600), size(START + days, total));
    const first = (days: number, total: number) => wordsOf(storyPlan(), at(days, total))[0];
    assert.equal(first(-1, 600), 'The plan begins on 30 November 2026, with 600 errors today.');
    assert.equal(first(0, 600), 'On plan: 600 errors, as many as planned for today.');
    assert.match(first(9, 510) ?? '', /^Ahead of the plan: 510 errors, \d+ fewer than planned/);
    assert.deepEqual(wordsOf(storyPlan(), at(20, 500)), [
      'The target is reached: 500 errors of 500 that may be left.',
    ]);
    assert.equal(first(300, 510), 'The target of 500 was to be met by 31 May 2027: 10 too many.');
  });

  it('says that the beginning is not known', () => {
    const facts = { ...factsOf(sprints(600), size(START, 600)), sizesAreCut: true };
    assert.equal(
      wordsOf(storyPlan({ start: null }), facts).at(-1),
      "The history does not reach back to the plan's start: 600 is the first size that is known.",
    );
  });
});
