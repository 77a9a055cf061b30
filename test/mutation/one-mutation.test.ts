import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { checkCelery } from '../support/mutation/checked-celery.js';
import { anyChoice, type Choice } from '../support/mutation/choice.js';
import { describeMistakes } from '../support/mutation/describe-mistakes.js';
import type { Judgement, Verdict } from '../support/mutation/judgement.js';
import { type Bound, OUTCOMES, type Outcome } from '../support/mutation/outcomes.js';
import { type Knowledge, Trial } from '../support/mutation/trial.js';

/** Random choices for what must hold always. */
const RUNS = 12;
/** The same choices in every run, for what holds at a rate. */
const SAMPLE = fc.sample(anyChoice, { numRuns: 40, seed: 20_261_124 });

const anyKnowledge = fc.constantFrom<Knowledge>('file', 'git');

describe('a comparison with the baseline of the code before', () => {
  let trial: Trial;

  before(async () => {
    trial = await Trial.start(await checkCelery());
  });

  after(() => trial.end());

  for (const [change, outcome] of Object.entries<Outcome>(OUTCOMES)) {
    it(`${describeOutcome(outcome)} when ${change}`, async () => {
      await fc.assert(
        fc.asyncProperty(anyChoice, anyKnowledge, async (choice, knowledge) => {
          const judgement = await judge(outcome, choice, knowledge);
          checkMistakes(outcome, knowledge, judgement);
          checkTiers(outcome, judgement);
        }),
        { numRuns: RUNS },
      );
      await checkRates(outcome);
    });
  }

  async function judge(
    { mutation }: Outcome,
    choice: Choice,
    knowledge: Knowledge,
  ): Promise<Judgement> {
    const later = mutation(trial.tree, choice);
    assert.notEqual(later, null, 'there is a place for it in any tree of this size');
    return trial.judge(later ?? trial.tree, knowledge);
  }

  async function checkRates(outcome: Outcome): Promise<void> {
    const { falseAlarms, hidden, wrongTwins } = outcome;
    if ([falseAlarms, hidden, wrongTwins].every((bound) => bound === 'never')) return;
    const judgements: Judgement[] = [];
    for (const choice of SAMPLE) judgements.push(await judge(outcome, choice, 'file'));
    const all = (list: (judgement: Judgement) => readonly Verdict[]) => judgements.flatMap(list);
    const changed = all((one) => one.changed).length;
    checkRate(
      falseAlarms,
      all((one) => one.falseAlarms),
      changed,
      'old errors called new',
    );
    checkRate(
      wrongTwins,
      all((one) => one.wrongTwins),
      changed,
      'errors with the wrong entry',
    );
    const added = all((one) => one.added).length;
    checkRate(
      hidden,
      all((one) => one.hidden),
      added,
      'new errors called baseline',
    );
  }
});

function describeOutcome({ falseAlarms, hidden }: Outcome): string {
  if (falseAlarms === 'never' && hidden === 'never') return 'is exact';
  return falseAlarms === 'never' ? 'may call a new error edited' : 'may call an old error new';
}

/** What must never be is not, in any single comparison. */
function checkMistakes(outcome: Outcome, knowledge: Knowledge, judgement: Judgement): void {
  const { falseAlarms, hidden, wrongTwins } = outcome;
  if (falseAlarms === 'never') checkNone(judgement.falseAlarms, 'old errors called new');
  if (wrongTwins === 'never') checkNone(judgement.wrongTwins, 'errors with the wrong entry');
  const isHiddenFromStrict = ({ tier }: Verdict) => hidden === 'never' || tier !== 'edited';
  checkNone(judgement.hidden.filter(isHiddenFromStrict), 'new errors called baseline');
  if (outcome.tellsEqualApart[knowledge]) {
    checkNone(judgement.exchanged, 'old errors called new in the place of equal ones');
  }
}

/** What is the same is recognised as such, and what is not by the tiers that fit. */
function checkTiers({ tiers }: Outcome, { same, changed }: Judgement): void {
  const isUnexpected = ({ tier }: Verdict) => tier !== 'new' && !tiers.includes(tier);
  checkNone(changed.filter(isUnexpected), 'old errors recognised by another tier');
  checkNone(
    same.filter(({ tier }) => tier !== 'exact' && tier !== 'new'),
    'errors that did not change, not recognised as such',
  );
}

function checkNone(mistakes: readonly Verdict[], title: string): void {
  assert.equal(mistakes.length, 0, describeMistakes(title, mistakes));
}

function checkRate(bound: Bound, mistakes: readonly Verdict[], of: number, title: string): void {
  const atMost = bound === 'never' ? 0 : bound.atMost;
  assert.ok(mistakes.length <= atMost * of, describeMistakes(`of ${of} ${title}`, mistakes));
}
