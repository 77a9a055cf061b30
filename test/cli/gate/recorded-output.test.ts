import assert from 'node:assert/strict';
import { CliProject } from '../../support/cli/cli-project.js';
import { type Recorded, recordMypy } from '../../support/cli/recorded-outputs.js';
import { assertStatus, BASELINE, type CliRun } from '../../support/cli/run-cli.js';
import { git } from '../../support/git/repository.js';
import { BREAKING_EDIT } from '../../support/project/demo-project.js';

describe('the gate and the output of a mypy that ran elsewhere', () => {
  let project: CliProject;
  /** Of the project as its baseline knows it, and with one new error. */
  let known: Recorded;
  let broken: Recorded;
  let json: Recorded;

  before(async () => {
    project = await CliProject.demo();
    known = recordMypy(project, []);
    await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    broken = recordMypy(project, []);
    json = recordMypy(project, ['--output', 'json']);
  });
  after(() => project.remove());

  const check = (input: string, ...args: readonly string[]): Promise<CliRun> =>
    project.run(['check', '-', ...args], { input });

  /** One new error: judged, whatever form the output has. */
  function assertJudged(run: CliRun): void {
    assertStatus(run, 1);
    assert.match(run.stdout, /^services\.py:5:\d+: new: Unsupported .*\[operator\]$/m);
    assert.match(run.stdout, /^✗ 1 new error$/m);
  }

  function assertNotUnderstood(run: CliRun, words: RegExp): void {
    assertStatus(run, 2);
    assert.match(run.stderr, words);
    assert.equal(run.stdout, '');
  }

  describe('in text', () => {
    it('is judged like a run of our own, and says that it ran elsewhere', async () => {
      const run = await check(broken.stdout);
      assertJudged(run);
      assert.match(run.stderr, /^mypy ran elsewhere: its version and configuration are not known/m);
      assertJudged(await check(broken.stdout, '--mypy-status', '1'));
    });

    it('may be read from a file, and passes what the baseline knows', async () => {
      await project.folder.write('mypy.txt', known.stdout);
      assertStatus(await project.run(['check', '--from-output', 'mypy.txt']), 0);
      const missing = await project.run(['check', '--from-output', 'no-such.txt']);
      assertNotUnderstood(missing, /mypy's output could not be read: .*ENOENT/);
    });

    for (const [name, args] of [
      ['the end of each error', ['--show-error-end']],
      ['columns', ['--show-column-numbers']],
      ['the function around each error', ['--show-error-context']],
      ['absolute paths', ['--show-absolute-path']],
    ] as const) {
      it(`with ${name}`, async () => assertJudged(await check(recordMypy(project, args).stdout)));
    }

    it('in colour, as services make mypy print it', async () => {
      const { stdout } = recordMypy(project, [], { MYPY_FORCE_COLOR: '1', TERM: 'xterm' });
      assert.ok(stdout.includes('\u001B['), stdout);
      assertJudged(await check(stdout));
    });

    it('with Windows line ends', async () => {
      assertJudged(await check(broken.stdout.replaceAll('\n', '\r\n')));
    });

    it('with an error that has no line', async () => {
      const error = 'services.py: error: Something about the whole file  [misc]';
      const run = await check(`${error}\n${broken.stdout.replace('Found 5', 'Found 6')}`);
      assertStatus(run, 1);
      assert.match(run.stdout, /^services\.py: new: Something about the whole file {2}\[misc\]$/m);
      assert.match(run.stdout, /^✗ 2 new errors$/m);
    });

    it('without its summary line proves nothing, whatever its exit status was', async () => {
      const { stdout, status } = recordMypy(project, ['--no-error-summary']);
      const words = /not understood: exit status 1 without mypy's summary line/;
      assertNotUnderstood(await check(stdout), words);
      assertNotUnderstood(await check(stdout, '--mypy-status', String(status)), words);
    });

    it('that is pretty would be misread', async () => {
      const { stdout } = recordMypy(project, ['--pretty']);
      assertNotUnderstood(await check(stdout), /not understood: --pretty breaks messages/);
    });

    it('cut anywhere gives no verdict', async () => {
      const { length } = known.stdout;
      const lastLine = known.stdout.lastIndexOf('\n', length - 2) + 1;
      for (const at of [length - 1, length - 10, lastLine, lastLine - 20, 30]) {
        assertNotUnderstood(
          await check(known.stdout.slice(0, at)),
          /mypy's output was not understood/,
        );
      }
    });

    it('of a run that failed gives no verdict', async () => {
      for (const [input, status, words] of [
        ['', [], /not understood: there is no output at all/],
        ['\n\n', [], /not understood: there is no output at all/],
        [
          'Traceback (most recent call last):\n  File "m.py", line 1\nKeyError: 1\n',
          [],
          /KeyError/,
        ],
        ['models.py:6: error: INTERNAL ERROR -- Please try using mypy\n', [], /summary line/],
        [known.stdout, ['--mypy-status', '0'], /exit status 0 does not agree with 4 errors/],
        [known.stdout, ['--mypy-status', '137'], /mypy crashed/],
        [known.stdout.replace('Found 4', 'Found 5'), [], /counts 5 errors, the output has 4/],
      ] as const) {
        assertNotUnderstood(await check(input, ...status), words);
      }
    });

    it('that is blocked names the file', async () => {
      await project.folder.edit('services.py', 'def first(', 'def first((');
      const { stdout } = recordMypy(project, []);
      await project.folder.edit('services.py', 'def first((', 'def first(');
      assertNotUnderstood(await check(stdout), /^Paused by a syntax error in services\.py:12: /m);
    });

    it('of fewer files than the baseline has gives no verdict', async () => {
      const lines = known.stdout.split('\n').filter((line) => line.startsWith('models.py'));
      const part = [...lines, 'Found 2 errors in 1 file (checked 1 source file)', ''].join('\n');
      assertNotUnderstood(
        await check(part),
        /mypy checked 1 file, and the baseline has errors in 2/,
      );
    });
  });

  describe('in JSON', () => {
    it('is judged, and doubted without the exit status of mypy', async () => {
      assertJudged(await check(json.stdout, '--mypy-status', '1'));
      const run = await check(json.stdout);
      assertJudged(run);
      assert.match(run.stderr, /^mypy's JSON has no summary line: .*--mypy-status/m);
    });

    it('must be whole, and nothing else', async () => {
      assertNotUnderstood(await check(json.stdout.slice(0, -30)), /a line is no record: /);
      assertNotUnderstood(
        await check(`${json.stdout}Traceback (most\n`),
        /a line is no record: Trace/,
      );
      assertNotUnderstood(
        await check(json.stdout, '--mypy-status', '0'),
        /exit status 0 does not agree/,
      );
      assertNotUnderstood(
        await check(`${json.stdout}${broken.stdout}`),
        /mypy's output was not understood/,
      );
    });

    it('of a clean project is empty: the exit status is the only proof', async () => {
      assertNotUnderstood(await check(''), /there is no output at all/);
      const run = await check('', '--mypy-status', '0');
      assertStatus(run, 0);
      assert.match(run.stdout, /^! 4 entries of the baseline are fixed/m);
    });
  });

  // Each of these makes `mypy-baseline filter --allow-unsynced` (0.7.4) end with 0, because a line
  // that it cannot read counts for nothing.
  describe('that another tool lets pass', () => {
    const lenient = ['--stale', 'off'];

    it('has end columns', async () => {
      assertJudged(await check(recordMypy(project, ['--show-error-end']).stdout, ...lenient));
    });

    it('is JSON', async () => assertJudged(await check(json.stdout, ...lenient)));

    it('has an error without a line', async () => {
      const found = known.stdout.replace('Found 4', 'Found 5');
      const run = await check(`models.py: error: Something new  [misc]\n${found}`, ...lenient);
      assertStatus(run, 1);
      assert.match(run.stdout, /^✗ 1 new error$/m);
    });

    it('is a traceback', async () => {
      const crash = 'Traceback (most recent call last):\n  File "x.py", line 1\nKeyError: 1\n';
      assertNotUnderstood(await check(crash, ...lenient), /without mypy's summary line/);
    });
  });

  it('never changes the baseline by itself', async () => {
    const { path } = project.folder;
    const run = await project.run(['check', '-', '--mypy-status', '0', '--stale', 'shrink'], {
      input: '',
    });
    assertStatus(run, 2);
    for (const command of ['shrink', 'update']) {
      const refused = await project.run([command, '--from-output', '-'], { input: broken.stdout });
      assertStatus(refused, 2);
      assert.match(refused.stderr, /^Give --any-environment to change it all the same\.$/m);
    }
    assert.equal(await git(path, 'status', '--porcelain', BASELINE), '');
  });
});
