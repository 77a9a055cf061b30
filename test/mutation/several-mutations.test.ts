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
import { Trial } from '../support/mutation/trial.js';

const RUNS = 25;

/** Of the old errors that changed, how many several changes at once may let look new. */
const MOST_FALSE_ALARMS = 0.05;
/** The same choices in every run. */
const SAMPLE = fc.sample(anySteps(CHANGES), { numRuns: 40, seed: 20_261_124 });

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
    const alarms: Verdict[] = [];
    let changed = 0;
    for (const steps of SAMPLE) {
      const judgement = await judge(steps);
      alarms.push(...judgement.falseAlarms);
      changed += judgement.changed.length;
    }
    const title = `of ${changed} old errors called new`;
    assert.ok(alarms.length <= MOST_FALSE_ALARMS * changed, describeMistakes(title, alarms));
  });

  async function always(
    changes: readonly MutationName[],
    check: (judgement: Judgement) => void,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(anySteps(changes), async (steps) => check(await judge(steps))),
      { numRuns: RUNS },
    );
  }

  function judge(steps: readonly Step[]): Promise<Judgement> {
    return trial.judge(takeSteps(trial.tree, steps), 'file');
  }
});

/** A gate that is strict about edited lines calls them new. */
function isHiddenFromStrict({ tier }: Verdict): boolean {
  return tier !== 'edited';
}

function checkNone(mistakes: readonly Verdict[], title: string): void {
  assert.equal(mistakes.length, 0, describeMistakes(title, mistakes));
}
