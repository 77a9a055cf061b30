import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { checkCelery } from '../support/mutation/checked-celery.js';
import { anySteps, type Step, takeSteps } from '../support/mutation/composition.js';
import { describeMistakes } from '../support/mutation/describe-mistakes.js';
import type { Judgement, Verdict } from '../support/mutation/judgement.js';
import {
  ADD_ERRORS,
  CHANGES,
  KEEP_LINES,
  type MutationName,
} from '../support/mutation/outcomes.js';
import { type Knowledge, Trial } from '../support/mutation/trial.js';

const RUNS = 20;

/** The same steps in every run, for what holds at a rate. */
const SAMPLE = fc.sample(anySteps(CHANGES), { numRuns: 20, seed: 20_261_124 });
/** Of the old errors that changed, how many several changes at once may let look new. */
const MOST_FALSE_ALARMS = { file: 0.01, git: 0.002 };

describe('a comparison after several changes of the code', () => {
  let trial: Trial;

  before(async () => {
    trial = await Trial.start(await checkCelery());
  });

  after(() => trial.end());

  it('calls no old error new and none that is new baseline while lines stay as they are', () =>
    always(KEEP_LINES, ({ falseAlarms, hidden }) => {
      checkNone(falseAlarms, 'old errors called new');
      checkNone(hidden, 'new errors called baseline');
    }));

  it('calls every error new whose line and message were never there, or edited', () =>
    always([...KEEP_LINES, ...ADD_ERRORS], ({ falseAlarms, hidden }) => {
      checkNone(falseAlarms, 'old errors called new');
      checkNone(hidden.filter(isHiddenFromStrict), 'new errors called baseline');
    }));

  it('hides no new error from a gate that is strict about edited lines, whatever else was done', () =>
    always(CHANGES, ({ hidden }) => {
      checkNone(hidden.filter(isHiddenFromStrict), 'new errors called baseline');
    }));

  it('calls few old errors new, whatever was done', async () => {
    await judgeSample('file', MOST_FALSE_ALARMS.file);
  });

  it('calls with git the very errors new that are, whatever was done', async () => {
    const judgements = await judgeSample('git', MOST_FALSE_ALARMS.git);
    const mistakes = judgements.flatMap(({ hidden, exchanged }) => [...hidden, ...exchanged]);
    checkNone(mistakes, 'new errors called baseline, or others in their place');
  });

  async function judgeSample(knowledge: Knowledge, most: number): Promise<readonly Judgement[]> {
    const judgements: Judgement[] = [];
    for (const steps of SAMPLE) judgements.push(await judge(steps, knowledge));
    const alarms = judgements.flatMap(({ falseAlarms }) => falseAlarms);
    const of = judgements.reduce((sum, { changed }) => sum + changed.length, 0);
    assert.ok(alarms.length <= most * of, describeMistakes(`of ${of} old errors new`, alarms));
    return judgements;
  }

  async function always(
    changes: readonly MutationName[],
    check: (judgement: Judgement) => void,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(anySteps(changes), async (steps) => check(await judge(steps))),
      { numRuns: RUNS },
    );
  }

  function judge(steps: readonly Step[], knowledge: Knowledge = 'file'): Promise<Judgement> {
    return trial.judge(takeSteps(trial.tree, steps), knowledge);
  }
});

/** A gate that is strict about edited lines calls them new. */
function isHiddenFromStrict({ tier }: Verdict): boolean {
  return tier !== 'edited';
}

function checkNone(mistakes: readonly Verdict[], title: string): void {
  assert.equal(mistakes.length, 0, describeMistakes(title, mistakes));
}
