import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CheckRun, MypyOutput } from '../../../../src/core/check/check-run.js';
import { judgeOutput } from '../../../../src/core/output/judge-output.js';
import { anyOutput } from '../../../support/arbitrary/mypy-messages.js';

function judge(output: Partial<MypyOutput>, format?: 'text' | 'json'): CheckRun {
  return judgeOutput(
    { stdout: '', stderr: '', exitCode: 0, signal: null, ...output },
    '/w',
    format,
  );
}

function judgeFailure(output: Partial<MypyOutput>) {
  const run = judge(output);
  assert.equal(run.kind, 'failed', JSON.stringify(run));
  return run.failure;
}

const ERROR = 'a.py:1:10:1:11: error: Bad  [assignment]\n';
const FOUND = 'Found 1 error in 1 file (checked 3 source files)\n';
const PREVENTED = 'Found 1 error in 1 file (errors prevented further checking)\n';

describe('judgeOutput', () => {
  it('never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      anyOutput.map(({ stdout }) => stdout),
    );
    const status = fc.option(fc.integer({ min: -1, max: 300 }));
    const format = fc.constantFrom('text' as const, 'json' as const);
    fc.assert(
      fc.property(text, text, status, format, (stdout, stderr, exitCode, kind) => {
        judgeOutput({ stdout, stderr, exitCode, signal: null }, '/w', kind);
      }),
    );
  });

  it('reads nothing of a run that was killed or crashed', () => {
    for (const output of [
      { stderr: '', exitCode: null, signal: 'SIGKILL' },
      { stderr: 'Traceback (most recent call last):\n', exitCode: 1, signal: null },
    ]) {
      const read = () => assert.fail('it was read');
      const run = judgeOutput({ stdout: ERROR + FOUND, ...output }, '/w', 'text', read);
      assert.equal(run.kind, 'failed');
    }
  });

  it('takes every whole output for complete, with all its errors', () => {
    fc.assert(
      fc.property(anyOutput, ({ stdout, exitCode, messages }) => {
        const run = judge({ stdout, exitCode });
        assert.equal(run.kind, 'complete', JSON.stringify(run));
        assert.deepEqual(
          run.errors.map(({ message }) => message),
          messages.filter(({ severity }) => severity === 'error').map(({ text }) => text),
        );
      }),
    );
  });

  it('never takes an output that was cut off for complete', () => {
    fc.assert(
      fc.property(anyOutput, fc.nat(), ({ stdout, exitCode }, at) => {
        const bytes = Buffer.from(stdout);
        const cut = bytes.subarray(0, at % bytes.length).toString();
        assert.notEqual(judge({ stdout: cut, exitCode }).kind, 'complete');
      }),
    );
  });

  it('never takes an output with a line missing for complete', () => {
    const incomplete = anyOutput.filter(({ messages }) => messages.length > 0);
    fc.assert(
      fc.property(incomplete, fc.nat(), ({ stdout, exitCode, messages }, at) => {
        const lines = stdout.split('\n');
        const [gone = ''] = lines.splice(at % messages.length, 1);
        fc.pre(gone.includes(': error:'));
        assert.notEqual(judge({ stdout: lines.join('\n'), exitCode }).kind, 'complete');
      }),
    );
  });

  it('reports the files that mypy checked, and its warnings', () => {
    const stderr = 'mypy.ini: [mypy]: Unrecognized option: strct = True\n';
    const run = judge({ stdout: ERROR + FOUND, exitCode: 1, stderr });
    assert.equal(run.kind, 'complete');
    assert.equal(run.checkedFiles, 3);
    assert.equal(run.stderr, stderr);
  });

  it('takes what mypy says of its configuration for a warning, wherever it is printed', () => {
    const note = 'mypy.ini: note: unused section(s): [mypy-nothing.*]\n';
    const run = judge({ stdout: `${ERROR}a.py:2: note: a\n${note}${FOUND}`, exitCode: 1 });
    assert.equal(run.kind === 'complete' && run.stderr, note);
    assert.deepEqual(run.kind === 'complete' && run.noise, []);
  });

  it('understands Windows line breaks and paths', () => {
    const stdout = `pkg\\a.py:1:1:1:2: error: Bad  [misc]\r\n${FOUND.trimEnd()}\r\n`;
    const run = judgeOutput({ stdout, stderr: '', exitCode: 1, signal: null }, 'C:\\w');
    assert.equal(run.kind, 'complete');
    assert.equal(run.errors[0]?.path, 'pkg/a.py');
    assert.equal(run.errors[0]?.code, 'misc');
  });

  it('lets plugins talk, unless they talk of errors', () => {
    const run = judge({ stdout: `hello\n${ERROR}${FOUND}bye\n`, exitCode: 1 });
    assert.equal(run.kind, 'complete');
    assert.deepEqual(run.noise, ['hello', 'bye']);
    const loud = judgeFailure({ stdout: `plugin: error: no\n${ERROR}${FOUND}`, exitCode: 1 });
    assert.equal(loud.kind, 'not-understood');
  });

  it('counts as mypy does, which takes a note about an error for one', () => {
    const note = 'a.py:1:1:1:2: note: says: error: here\n';
    const summary = 'Found 2 errors in 1 file (checked 3 source files)\n';
    const run = judge({ stdout: ERROR + note + summary, exitCode: 1 });
    assert.equal(run.kind, 'complete');
    assert.equal(run.errors.length, 1);
  });

  const doubts: readonly (readonly [string, Partial<MypyOutput>])[] = [
    ['nothing', {}],
    ['nothing, with status 1', { exitCode: 1 }],
    ['errors without a summary', { stdout: ERROR, exitCode: 1 }],
    ['a summary with more errors', { stdout: FOUND, exitCode: 1 }],
    ['a summary with fewer errors', { stdout: ERROR + ERROR + FOUND, exitCode: 1 }],
    ['errors and success', { stdout: `${ERROR}Success: no issues found in 1 source file\n` }],
    [
      'success and status 1',
      { stdout: 'Success: no issues found in 1 source file\n', exitCode: 1 },
    ],
    ['errors and status 0', { stdout: ERROR + FOUND, exitCode: 0 }],
    ['two summaries', { stdout: ERROR + FOUND + FOUND, exitCode: 1 }],
    ['an error after the summary', { stdout: FOUND + ERROR, exitCode: 1 }],
    ['prevented and status 1', { stdout: ERROR + PREVENTED, exitCode: 1 }],
    ['a summary without its line break', { stdout: ERROR + FOUND.trimEnd(), exitCode: 1 }],
    ['a colour', { stdout: `\u001b[1m${ERROR}\u001b[m${FOUND}`, exitCode: 0 }],
    [
      'a JSON record among the text',
      {
        stdout: `{"file": "a.py", "line": 1, "column": 0, "message": "M", "severity": "error"}\nSuccess: no issues found in 1 source file\n`,
      },
    ],
  ];
  for (const [name, output] of doubts) {
    it(`does not trust ${name}`, () => {
      assert.equal(judgeFailure(output).kind, 'not-understood');
    });
  }

  it('knows a signal, a crash and a missing mypy apart', () => {
    assert.deepEqual(judgeFailure({ stdout: ERROR + FOUND, exitCode: null, signal: 'SIGKILL' }), {
      kind: 'killed',
      signal: 'SIGKILL',
    });
    const stderr = '/usr/bin/python3: No module named mypy\n';
    assert.equal(judgeFailure({ stderr, exitCode: 1 }).kind, 'no-mypy');
    const imported =
      "Traceback (most recent call last):\nModuleNotFoundError: No module named 'mypy'\n";
    assert.equal(judgeFailure({ stderr: imported, exitCode: 1 }).kind, 'no-mypy');
    const traceback = 'Traceback (most recent call last):\n  File "x"\nRuntimeError: boom\n';
    assert.equal(
      judgeFailure({ stdout: ERROR + FOUND, stderr: traceback, exitCode: 1 }).kind,
      'crashed',
    );
    const windows = judgeFailure({ stdout: ERROR + FOUND, exitCode: 3_221_225_477 });
    assert.equal(windows.kind, 'crashed');
  });

  it('ends what it says of a crash with the exception', () => {
    const stderr =
      'a.py:1: error: INTERNAL ERROR -- Please try\nversion: 2.4.1\na.py:1: note: use --pdb\n';
    const stdout = `${ERROR}Traceback (most recent call last):\n  File "x"\nRuntimeError: boom\n\n`;
    const shown = judgeFailure({ stdout, stderr, exitCode: 2 });
    assert.equal(shown.kind === 'crashed' && shown.detail.split('\n').at(-1), 'RuntimeError: boom');
    const hidden = judgeFailure({ stderr, exitCode: 2 });
    assert.equal(
      hidden.kind === 'crashed' && hidden.detail.split('\n').at(-1),
      'a.py:1: error: INTERNAL ERROR -- Please try',
    );
  });

  it('is blocked by an error in a file', () => {
    const stdout = `b.py:1:8:1:8: error: Invalid syntax  [syntax]\n${PREVENTED}`;
    const run = judge({ stdout, exitCode: 2 });
    assert.equal(run.kind, 'blocked');
    assert.deepEqual(
      run.blockers.map(({ path, code }) => [path, code]),
      [['b.py', 'syntax']],
    );
    assert.equal(judge({ stdout: stdout.replace(PREVENTED, ''), exitCode: 2 }).kind, 'blocked');
  });

  it('is blocked by a file that mypy cannot read, in the words of old and new versions', () => {
    const words = [
      ["mypy: can't read file './b.py': Too many levels of symbolic links\n", ''],
      ['b.py: error: Cannot read file: Too many levels of symbolic links\n', PREVENTED],
    ] as const;
    for (const [stderr, stdout] of words) {
      const run = judge({ stdout, stderr, exitCode: 2 });
      assert.equal(run.kind, 'blocked');
      assert.equal(run.blockers[0]?.path, 'b.py');
      assert.match(run.blockers[0]?.message ?? '', /read file: Too many levels/);
    }
  });

  const usages = [
    [
      'usage: mypy [-h] [-v]\n            [files ...]\nmypy: error: unrecognized arguments: --nope\n',
      'unrecognized arguments: --nope',
    ],
    ["There are no .py[i] files in directory '.'\n", "There are no .py[i] files in directory '.'"],
    [
      'mypy.ini:2:1:2:1: error: Error importing plugin "nope": No module named \'nope\'  [misc]\n',
      'mypy.ini:2: Error importing plugin "nope": No module named \'nope\'',
    ],
    [
      'mypy: "types.py" shadows library module "types"\nnote: A module "types" is not supported\n',
      '"types.py" shadows library module "types"',
    ],
    ['mypy: error: Invalid error code(s): nope\n', 'Invalid error code(s): nope'],
    ['', 'exit status 2 without a message'],
  ] as const;
  for (const [stderr, detail] of usages) {
    it(`says why mypy refused: ${detail}`, () => {
      assert.deepEqual(judgeFailure({ stdout: '', stderr, exitCode: 2 }), {
        kind: 'usage',
        detail,
      });
    });
  }

  describe('of JSON', () => {
    const record = (severity: string) =>
      `${JSON.stringify({ file: 'a.py', line: 1, column: 0, message: 'M', hint: null, code: 'misc', severity })}\n`;

    it('is complete when all is records and the status agrees', () => {
      assert.equal(judge({ stdout: record('error'), exitCode: 1 }, 'json').kind, 'complete');
      assert.equal(judge({ stdout: record('note'), exitCode: 1 }, 'json').kind, 'complete');
      assert.equal(judge({ stdout: '', exitCode: 0 }, 'json').kind, 'complete');
    });

    it('tolerates no noise, no text and no other status', () => {
      for (const [stdout, exitCode] of [
        [`hello\n${record('error')}`, 1],
        [ERROR + record('error'), 1],
        [record('error'), 0],
        ['', 1],
        [record('error').slice(0, -5), 1],
      ] as const) {
        assert.equal(judge({ stdout, exitCode }, 'json').kind, 'failed', stdout);
      }
    });
  });
});
