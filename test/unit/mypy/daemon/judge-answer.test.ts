import assert from 'node:assert/strict';
import type { MypyError } from '../../../../src/core/error/mypy-error.js';
import { ProcessJudge } from '../../../../src/mypy/checker/process-judge.js';
import { type JudgedAnswer, judgeAnswer } from '../../../../src/mypy/daemon/judge-answer.js';

const SYNTAX = 'a.py:1:7:1:7: error: invalid syntax  [syntax]\n';
const ASSIGNMENT = 'a.py:1:1:1:2: error: Incompatible types  [assignment]\n';
const ELSEWHERE = 'b.py:1:1:1:2: error: Incompatible types  [assignment]\n';
const FOUND_ONE = 'Found 1 error in 1 file (checked 2 source files)\n';
const FOUND_TWO = 'Found 2 errors in 2 files (checked 2 source files)\n';
const SUCCESS = 'Success: no issues found in 2 source files\n';

/** @param previous What the daemon printed before; undefined for its first check. */
function judge(stdout: string, status: number, previous?: string, printed = ''): JudgedAnswer {
  const judge = new ProcessJudge('/project');
  const before = previous === undefined ? undefined : errorsIn(previous);
  return judgeAnswer({ stdout, stderr: '', status, printed }, judge, before);
}

function errorsIn(stdout: string): readonly MypyError[] {
  const run = judge(stdout, 1);
  assert.ok(run.kind === 'complete', JSON.stringify(run));
  return run.errors;
}

describe('what an answer of the daemon proves', () => {
  it('is a preview, when it is whole', () => {
    const run = judge(ASSIGNMENT + FOUND_ONE, 1);
    assert.ok(run.kind === 'complete', JSON.stringify(run));
    assert.deepEqual([run.authority, run.errors.length, run.checkedFiles], ['preview', 1, 2]);
  });

  it('does not depend on the status that notes alone have', () => {
    const note = 'a.py:1:1:1:2: note: Revealed type is "int"\n';
    for (const status of [0, 1]) {
      assert.equal(judge(note + SUCCESS, status).kind, 'complete');
      assert.equal(judge(note + SUCCESS, status, ASSIGNMENT + FOUND_ONE).kind, 'complete');
    }
  });

  it('is nothing when a part is missing', () => {
    assert.equal(judge(ASSIGNMENT, 1).kind, 'doubtful');
    assert.equal(judge(ASSIGNMENT + FOUND_TWO, 1).kind, 'doubtful');
    assert.equal(judge('', 0).kind, 'doubtful');
    assert.equal(judge('', 3).kind, 'doubtful');
  });

  it('is blocked by a syntax error, which says so only at first', () => {
    assert.equal(judge(SYNTAX, 2).kind, 'blocked');
    const run = judge(SYNTAX + FOUND_ONE, 1, ASSIGNMENT + FOUND_ONE);
    assert.ok(run.kind === 'blocked', JSON.stringify(run));
    assert.equal(run.blockers.length, 1);
  });

  it('is complete when a syntax error did not keep mypy from checking before either', () => {
    assert.equal(judge(SYNTAX + FOUND_ONE, 1, SYNTAX + FOUND_ONE).kind, 'complete');
  });

  it('is doubted when one file has a new error, and all others suddenly none', () => {
    const before = ASSIGNMENT + ELSEWHERE + FOUND_TWO;
    const other = ASSIGNMENT.replace('Incompatible types', 'Something else');
    assert.equal(judge(other + FOUND_ONE, 1, before).kind, 'doubtful');
    assert.equal(judge(other + FOUND_ONE, 1, ASSIGNMENT + FOUND_ONE).kind, 'complete');
    assert.equal(judge(before, 1, before).kind, 'complete');
    assert.equal(judge(ASSIGNMENT + FOUND_ONE, 1, before).kind, 'complete');
    assert.equal(judge(SUCCESS, 0, before).kind, 'complete');
    assert.equal(judge(ASSIGNMENT + FOUND_ONE, 1, ASSIGNMENT + FOUND_ONE).kind, 'complete');
  });

  it('includes what plugins printed', () => {
    const run = judge(SUCCESS, 0, undefined, 'hello\nhalf');
    assert.deepEqual(run.kind === 'complete' && run.noise, ['hello', 'half']);
  });
});
