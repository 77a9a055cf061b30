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
import { type Knowledge, Trial } from '../support/mutation/trial.js';

/** Changes of which mypy itself, run before and after, tells the truth. */
describe('a comparison across', () => {
  describe('a whole code base formatted with black', () => {
    let blackened: ErrorTree;

    before(async () => {
      const files = await readCelery('blackened');
      blackened = { files, errors: await checkStrictly('newest', files) };
    });

    it('calls few old errors new: those on lines that black joined or split', async () => {
      await checkBlackened('file', { falseAlarms: 40, wrongTwins: 60 });
    });

    it('calls hardly one new with what git knows', async () => {
      await checkBlackened('git', { falseAlarms: 15, wrongTwins: 10 });
    });

    async function checkBlackened(
      knowledge: Knowledge,
      /** Of more than 6,000 errors. */
      most: { readonly falseAlarms: number; readonly wrongTwins: number },
    ): Promise<void> {
      const celery = await checkCelery();
      // black changes neither what mypy says nor the order of statements.
      const keyOf = ({ path, code, message }: MypyError) =>
        [path, code, maskLineNumbers(message)].join();
      const judgement = await judgeChange(celery, blackened, keyOf, knowledge);
      const { added, falseAlarms, wrongTwins } = judgement;
      // What mypy says twice of one line it shows once; black makes two lines of some.
      checkCount(added, 4, 'new errors');
      checkCount(wrongTwins, most.wrongTwins, 'errors with the wrong entry');
      checkCount(falseAlarms, most.falseAlarms, 'old errors called new');
    }
  });

  describe('an upgrade of mypy from 1.19.1', () => {
    let judgement: Judgement;

    before(async () => {
      const newest = await checkCelery();
      const { files } = newest;
      const older = { files, errors: await checkStrictly('1.19.1', files) };
      // An error of another code is another error, even on the same line.
      const keyOf = ({ path, code, start }: MypyError) => [path, code, start.line].join();
      judgement = await judgeChange(older, newest, keyOf, 'file');
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
  knowledge: Knowledge,
): Promise<Judgement> {
  const trial = await Trial.start(before);
  try {
    const origins = findTwins(after.errors, before.errors, keyOf);
    return await trial.judge(toSourceTree(after, origins), knowledge);
  } finally {
    await trial.end();
  }
}

function checkCount(mistakes: readonly Verdict[], atMost: number, title: string): void {
  assert.ok(mistakes.length <= atMost, describeMistakes(title, mistakes));
}

function checkRate(mistakes: readonly Verdict[], atMost: number, of: number, title: string): void {
  assert.ok(mistakes.length <= atMost * of, describeMistakes(`of ${of} ${title}`, mistakes));
}
