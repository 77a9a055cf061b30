import assert from 'node:assert/strict';
import { judgeRecorded } from '../../../../src/core/output/judge-recorded.js';

const ERROR = 'app/a.py:3:5:3:9: error: Name "x" is not defined  [name-defined]';
const FOUND = 'Found 1 error in 1 file (checked 3 source files)';
const record = (code: string) =>
  JSON.stringify({
    file: 'app/a.py',
    line: 3,
    column: 4,
    message: 'Name "x" is not defined',
    hint: null,
    code,
    severity: 'error',
  });

function kindOf(lines: readonly string[], exitCode: number | null = null): string {
  const stdout = lines.map((line) => `${line}\n`).join('');
  return judgeRecorded({ stdout, exitCode }, '/w').kind;
}

describe('the output of a mypy that ran elsewhere', () => {
  it('is whole with its summary line, with and without end columns', () => {
    assert.equal(kindOf([ERROR, FOUND]), 'complete');
    assert.equal(kindOf(['app/a.py:3: error: No  [misc]', FOUND]), 'complete');
    assert.equal(kindOf(['app/a.py: error: No  [misc]', FOUND]), 'complete');
    assert.equal(kindOf(['Success: no issues found in 3 source files']), 'complete');
  });

  it('proves nothing without it', () => {
    assert.equal(kindOf([ERROR]), 'failed');
    assert.equal(kindOf([ERROR], 1), 'failed');
    assert.equal(kindOf([]), 'failed');
    assert.equal(kindOf(['']), 'failed');
    assert.equal(kindOf([ERROR, 'Found 2 errors in 1 file (checked 3 source files)']), 'failed');
  });

  it('must not be cut', () => {
    assert.equal(
      judgeRecorded({ stdout: `${ERROR}\n${FOUND}`, exitCode: null }, '/w').kind,
      'failed',
    );
  });

  it('must agree with the exit status where somebody kept it', () => {
    assert.equal(kindOf([ERROR, FOUND], 1), 'complete');
    assert.equal(kindOf([ERROR, FOUND], 0), 'failed');
    assert.equal(kindOf(['Success: no issues found in 3 source files'], 1), 'failed');
  });

  it('is blocked where mypy did not look', () => {
    const prevented = 'Found 1 error in 1 file (errors prevented further checking)';
    assert.equal(kindOf(['app/a.py:1: error: invalid syntax  [syntax]', prevented]), 'blocked');
    assert.equal(kindOf([record('syntax')]), 'blocked');
    assert.equal(kindOf([record('syntax'), record('misc')]), 'complete');
  });

  it('may be JSON, with a weak proof unless the exit status is known', () => {
    const stdout = `${record('name-defined')}\n`;
    const weak = judgeRecorded({ stdout, exitCode: null }, '/w');
    assert.ok(weak.kind === 'complete' && !weak.isProven);
    const strong = judgeRecorded({ stdout, exitCode: 1 }, '/w');
    assert.ok(strong.kind === 'complete' && strong.isProven);
    assert.equal(kindOf([record('misc'), 'Traceback (most recent call last):']), 'failed');
    assert.equal(kindOf([record('misc').slice(0, 40)]), 'failed');
    assert.equal(kindOf([], 0), 'complete');
  });

  it('is not understood where it looks like a crash', () => {
    const crash = ['Traceback (most recent call last):', '  File "mypy/main.py", line 1, in f'];
    assert.equal(kindOf(crash), 'failed');
    assert.equal(kindOf([...crash, 'app/a.py:1: error: INTERNAL ERROR -- Please try']), 'failed');
  });

  it('may be coloured', () => {
    const coloured = [
      'app/a.py:3: \u001B[1m\u001B[31merror:\u001B(B\u001B[m No \u001B[1m"x"\u001B(B\u001B[m  \u001B[33m[misc]\u001B(B\u001B[m',
      `\u001B[1m\u001B[31m${FOUND}\u001B(B\u001B[m`,
    ];
    const stdout = coloured.map((line) => `${line}\n`).join('');
    const run = judgeRecorded({ stdout, exitCode: null }, '/w');
    assert.ok(run.kind === 'complete');
    assert.deepEqual(
      run.errors.map(({ code, message }) => ({ code, message })),
      [{ code: 'misc', message: 'No "x"' }],
    );
  });

  it('must not be pretty: its messages are broken over lines', () => {
    const pretty = ['app/a.py:3: error: No such', 'name  [misc]', '    x = y', '        ^~', FOUND];
    assert.equal(kindOf(pretty), 'failed');
  });
});
