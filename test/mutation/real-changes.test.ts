import { strict as assert } from 'node:assert';
import { maskLineNumbers } from '../../src/core/compare/normalise.js';
import type { MypyError } from '../../src/core/error/mypy-error.js';
import { readCelery } from '../support/mutation/celery-files.js';
import { checkCelery } from '../support/mutation/checked-celery.js';
import { describeMistakes } from '../support/mutation/describe-mistakes.js';
import { type ErrorTree, toSourceTree } from '../support/mutation/error-tree.js';
import { findTwins } from '../support/mutation/find-twins.js';
import type { Judgement, Verdict } from '../support/mutation/judgement.js';
import { checkStrictly } from '../support/mutation/strict-check.js';
import { Trial } from '../support/mutation/trial.js';

/** Changes of which mypy itself, run before and after, tells the truth. */
describe('a comparison across', () => {
  describe('a whole code base formatted with black', () => {
    let judgement: Judgement;

    before(async () => {
      const files = await readCelery('blackened');
      const blackened = { files, errors: await checkStrictly('newest', files) };
      // black changes neither what mypy says nor the order of statements.
      judgement = await judgeChange(await checkCelery(), blackened, ({ path, code, message }) =>
        [path, code, maskLineNumbers(message)].join(),
      );
    });

    it('has few errors more: those of which mypy says two on one line only once', () => {
      assert.ok(judgement.added.length <= 4, describeMistakes('new errors', judgement.added));
    });

    it('calls few old errors new', () => {
      // Of lines that black joined or split nothing may be left that tells them.
      checkRate(judgement.falseAlarms, 0.02, judgement.changed.length, 'old errors called new');
    });

    it('gives few errors the entry of another', () => {
      const { wrongTwins, changed } = judgement;
      checkRate(wrongTwins, 0.05, changed.length, 'errors with the wrong entry');
    });
  });

  describe('an upgrade of mypy from 1.19.1', () => {
    let judgement: Judgement;

    before(async () => {
      const newest = await checkCelery();
      const { files } = newest;
      const older = { files, errors: await checkStrictly('1.19.1', files) };
      // An error of another code is another error, even on the same line.
      judgement = await judgeChange(older, newest, ({ path, code, start }) =>
        [path, code, start.line].join(),
      );
    });

    it('calls no old error new: it stands where it stood, whatever mypy says of it', () => {
      checkRate(judgement.falseAlarms, 0, judgement.changed.length, 'old errors called new');
    });

    it('recognises what was worded anew by the line', () => {
      const others = judgement.changed.filter(
        ({ tier }) => tier !== 'reworded' && tier !== 'exact',
      );
      checkRate(others, 0.01, judgement.changed.length, 'recognised by another tier');
    });

    it('calls what only the newer mypy finds new', () => {
      const { hidden, added } = judgement;
      assert.ok(added.length > 10, `${added.length} errors are new`);
      // A newer mypy may say the same of another line of a statement.
      checkRate(hidden, 0.1, added.length, 'new errors called baseline');
    });
  });
});

async function judgeChange(
  before: ErrorTree,
  after: ErrorTree,
  keyOf: (error: MypyError) => string,
): Promise<Judgement> {
  const trial = await Trial.start(before);
  try {
    const origins = findTwins(after.errors, before.errors, keyOf);
    return await trial.judge(toSourceTree(after, origins), 'file');
  } finally {
    await trial.end();
  }
}

function checkRate(mistakes: readonly Verdict[], atMost: number, of: number, title: string): void {
  assert.ok(mistakes.length <= atMost * of, describeMistakes(`of ${of} ${title}`, mistakes));
}
