import assert from 'node:assert/strict';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import { serialiseBaseline } from '../../../src/core/baseline/serialise-baseline.js';
import { pairBaselines } from '../../../src/project/baseline-pair.js';
import { CheckJudge } from '../../../src/project/check-judge.js';
import type { CompleteCheck } from '../../../src/project/reconciler.js';
import type { ChangesRead } from '../../../src/workspace/git/source-changes.js';
import { ENVIRONMENT } from '../../support/arbitrary/entries.js';
import { toError } from '../../support/arbitrary/errors.js';

const KNOWN: BaselineEntry = {
  path: 'a.py',
  code: 'arg-type',
  scope: 'add',
  message: 'wrong',
  text: 'add(name)',
};
const OTHER = { ...KNOWN, path: 'b.py', text: 'quite(different)' };

/** A change that wrote line 3 of a.py. */
const WROTE_LINE_3: ChangesRead = {
  kind: 'read',
  changes: new Map([
    [
      'a.py',
      {
        from: 'a.py',
        keptLines: new Set(['add(name)']),
        hunks: [{ oldLines: [], newStart: 3, newCount: 1 }],
      },
    ],
  ]),
};

describe('judging a check', () => {
  let asked: (readonly string[])[];
  let logged: string[];
  let answer: ChangesRead;
  let head: string | null;
  let judge: CheckJudge;
  beforeEach(() => {
    [asked, logged, answer, head] = [[], [], WROTE_LINE_3, 'one commit'];
    const log = (line: string) => void logged.push(line);
    judge = new CheckJudge({
      log: { info: log, warn: log, error: log },
      readChanges: (paths) => {
        asked.push(paths);
        return Promise.resolve(answer);
      },
      readHead: () => Promise.resolve(head),
    });
  });

  function check(...errors: readonly (readonly [line: number, entry: BaselineEntry])[]) {
    const located = errors.map(([line, entry]) => toError(entry, line));
    return {
      errors: located,
      ids: located.map((_, index) => String(index)),
      unchanged: [],
      environment: ENVIRONMENT,
      checkedAt: 0,
      durationMs: 0,
      checkedFiles: 1,
      authority: 'plain',
    } satisfies CompleteCheck;
  }

  const pair = (...entries: readonly BaselineEntry[]) =>
    pairBaselines(
      'mypy-baseline.jsonl',
      parseBaseline(serialiseBaseline({ environment: ENVIRONMENT, entries })),
      { kind: 'absent' },
    );

  const kindsOf = async (own: CompleteCheck, ...entries: readonly BaselineEntry[]) => {
    const { reconciliation } = await judge.judge(own, pair(...entries));
    return reconciliation.errors.map(({ status }) => status.kind);
  };

  it('does not ask git where every error is certain', async () => {
    await kindsOf(check([3, KNOWN], [4, OTHER]), KNOWN, OTHER);
    assert.deepEqual(asked, []);
  });

  it('asks about the files that are undecided, once a check', async () => {
    const own = check([3, KNOWN], [7, KNOWN]);
    assert.deepEqual(await kindsOf(own, KNOWN, OTHER), ['new', 'baseline']);
    assert.deepEqual(await kindsOf(own, KNOWN, OTHER), ['new', 'baseline']);
    assert.deepEqual(asked, [['a.py', 'b.py']]);
    await kindsOf(check([3, KNOWN], [7, KNOWN]), KNOWN, OTHER);
    assert.equal(asked.length, 2);
  });

  it('asks again when another commit is checked out: files were edited since another one then', async () => {
    const own = check([3, KNOWN], [7, KNOWN]);
    assert.deepEqual(await kindsOf(own, KNOWN), ['new', 'baseline']);
    [head, answer] = ['another commit', { kind: 'read', changes: new Map() }];
    assert.deepEqual(await kindsOf(own, KNOWN), ['baseline', 'new']);
  });

  it('asks each time where nobody tells one commit from another', async () => {
    head = null;
    const own = check([3, KNOWN], [7, KNOWN]);
    await kindsOf(own, KNOWN);
    await kindsOf(own, KNOWN);
    assert.equal(asked.length, 2);
  });

  it('says the same again without asking, as inside the lock of a write', async () => {
    const own = check([3, KNOWN], [7, KNOWN]);
    const first = await judge.judge(own, pair(KNOWN));
    const again = judge.judgeAgain(own, pair(KNOWN));
    assert.deepEqual(again.reconciliation.errors, first.reconciliation.errors);
    assert.equal(asked.length, 1);
  });

  it('goes by the errors themselves where git cannot say, and tells why once', async () => {
    answer = { kind: 'unknown', why: 'the clone is shallow' };
    for (let time = 0; time < 2; time++) {
      const kinds = await kindsOf(check([3, KNOWN], [7, KNOWN]), KNOWN);
      assert.deepEqual(kinds, ['baseline', 'new']);
    }
    assert.deepEqual(logged, ["compared without git's help: the clone is shallow"]);
  });
});
