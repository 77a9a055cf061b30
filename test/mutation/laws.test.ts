import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { compare } from '../../src/core/compare/compare.js';
import type { Comparable, Comparison } from '../../src/core/compare/comparison.js';
import { isSameEntry } from '../../src/core/compare/same-entry.js';
import { toEntry } from '../../src/core/error/error-entry.js';
import { describeComparison } from '../support/comparison/describe-comparison.js';
import { checkCelery } from '../support/mutation/checked-celery.js';
import { anyChoice } from '../support/mutation/choice.js';
import { anySteps, takeSteps } from '../support/mutation/composition.js';
import { insertLines } from '../support/mutation/insert-lines.js';
import { CHANGES } from '../support/mutation/outcomes.js';
import type { KnownError } from '../support/mutation/tree-locator.js';
import { Trial } from '../support/mutation/trial.js';

const anyChange = anySteps(CHANGES);

describe('a comparison of real errors', () => {
  let trial: Trial;
  let entries: readonly Comparable[];

  before(async () => {
    trial = await Trial.start(await checkCelery());
    entries = trial.entries;
  });

  after(() => trial.end());

  it('gives every entry to one error or calls it fixed', () =>
    always(4, async (steps) => {
      const { statuses, fixed } = compareLocated(await trial.locate(takeSteps(trial.tree, steps)));
      const used = statuses.flatMap((one) => (one.kind === 'baseline' ? [one.entry] : []));
      const all = [...used, ...fixed].sort((a, b) => a - b);
      assert.deepEqual(all, [...entries.keys()]);
    }));

  it('does not depend on the order of errors and entries', () =>
    always(4, async (steps, seed) => {
      const errors = await trial.locate(takeSteps(trial.tree, steps));
      const [shuffledErrors, shuffledEntries] = [shuffle(errors, seed), shuffle(entries, seed + 1)];
      assert.deepEqual(say(shuffledErrors, shuffledEntries), say(errors, entries));
    }));

  it('says the same when lines without errors are added elsewhere', async () => {
    const steps = fc.tuple(anyChange, anyChoice);
    await fc.assert(
      fc.asyncProperty(steps, async ([changes, choice]) => {
        const changed = takeSteps(trial.tree, changes);
        const longer = insertLines(changed, choice) ?? changed;
        const before = compareLocated(await trial.locate(changed));
        assert.deepEqual(compareLocated(await trial.locate(longer)), before);
      }),
      { numRuns: 4 },
    );
  });

  it('finds nothing new and nothing fixed in a baseline of the same errors', () =>
    always(4, async (steps) => {
      const errors = await trial.locate(takeSteps(trial.tree, steps));
      const own = errors.map(({ located }) => toEntry(located));
      const { statuses, fixed } = compareLocated(errors, own);
      assert.ok(
        statuses.every((status, index) => {
          const entry = status.kind === 'baseline' ? own[status.entry] : undefined;
          return (
            status.kind === 'baseline' && status.tier === 'exact' && isSameEntry(entry, own[index])
          );
        }),
      );
      assert.deepEqual(fixed, []);
    }));

  async function always(
    numRuns: number,
    check: (steps: Parameters<typeof takeSteps>[1], seed: number) => Promise<void>,
  ): Promise<void> {
    await fc.assert(fc.asyncProperty(anyChange, fc.nat(), check), { numRuns });
  }

  function say(errors: readonly KnownError[], known: readonly Comparable[]) {
    const located = errors.map((error) => error.located);
    return describeComparison(located, known, compareLocated(errors, known));
  }

  function compareLocated(
    errors: readonly KnownError[],
    known: readonly Comparable[] = entries,
  ): Comparison {
    return compare(
      errors.map(({ located }) => located),
      known,
    );
  }
});

/** The same items in an order that a number decides. */
function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  let state = seed;
  const keyed = items.map((item) => {
    // The generator of Numerical Recipes, modulo 2³².
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
