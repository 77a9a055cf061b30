import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { checkCelery } from '../support/mutation/checked-celery.js';
import { anyChoice, type Choice } from '../support/mutation/choice.js';
import { describeMistakes } from '../support/mutation/describe-mistakes.js';
import type { Judgement, Verdict } from '../support/mutation/judgement.js';
import { type Bound, OUTCOMES, type Outcome } from '../support/mutation/outcomes.js';
import { type Knowledge, Trial } from '../support/mutation/trial.js';

/** Random choices for what must hold always. */
const RUNS = 10;
/** The same choices in every run, for what holds at a rate. */
const SAMPLE = fc.sample(anyChoice, { numRuns: 24, seed: 20_261_124 });
/** Fewer of them, since git is asked each time. */
const SAMPLES = { file: SAMPLE, git: SAMPLE.slice(0, 12) };

const KNOWLEDGE: readonly Knowledge[] = ['file', 'git'];

describe('a comparison with the baseline of the code before', () => {
  let trial: Trial;

  before(async () => {
    trial = await Trial.start(await checkCelery());
  });

  after(() => trial.end());

  for (const [change, outcome] of Object.entries<Outcome>(OUTCOMES)) {
    it(`${describeOutcome(outcome)} when ${change}`, async () => {
      await fc.assert(
        fc.asyncProperty(anyChoice, fc.constantFrom(...KNOWLEDGE), async (choice, knowledge) => {
          const judgement = await judge(outcome, choice, knowledge);
          checkMistakes(outcome, knowledge, judgement);
          checkTiers(outcome, judgement);
        }),
        { numRuns: RUNS },
      );
      for (const knowledge of KNOWLEDGE) await checkRates(outcome, knowledge);
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

  async function checkRates(outcome: Outcome, knowledge: Knowledge): Promise<void> {
    const { falseAlarms, hidden, wrongTwins } = outcome;
    if ([falseAlarms, hidden, wrongTwins].every((bound) => bound === 'never')) return;
    const judgements: Judgement[] = [];
    for (const choice of SAMPLES[knowledge]) {
      judgements.push(await judge(outcome, choice, knowledge));
    }
    const all = (list: (judgement: Judgement) => readonly Verdict[]) => judgements.flatMap(list);
    const check = (bound: Bound, mistakes: readonly Verdict[], of: readonly Verdict[]) => {
      const atMost = bound === 'never' ? 0 : bound.atMost[knowledge];
      const why = bound === 'never' ? '' : ` (${bound.because})`;
      const title = `mistakes of ${of.length}, known from ${knowledge}${why}`;
      assert.ok(mistakes.length <= atMost * of.length, describeMistakes(title, mistakes));
    };
    const changed = all((one) => one.changed);
    check(
      falseAlarms,
      all((one) => one.falseAlarms),
      changed,
    );
    check(
      wrongTwins,
      all((one) => one.wrongTwins),
      changed,
    );
    check(
      hidden,
      all((one) => one.hidden),
      all((one) => one.added),
    );
  }
});

/** The first part of a test's name: what may come out. */
function describeOutcome({ falseAlarms, hidden, wrongTwins }: Outcome): string {
  const parts = [
    describeBound('calls at most', falseAlarms, 'of the old errors new'),
    describeBound('calls at most', hidden, 'of the new errors edited'),
    describeBound('gives at most', wrongTwins, 'of the old errors the entry of another'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'is exact' : parts.join(' and ');
}

function describeBound(verb: string, bound: Bound, what: string): string {
  if (bound === 'never') return '';
  const { file, git } = bound.atMost;
  const rate = file === git ? percent(file) : `${percent(file)} (with git ${percent(git)})`;
  return `${verb} ${rate} ${what}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
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
