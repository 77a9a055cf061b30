import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertStatus, BASELINE } from '../../support/cli/run-cli.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { git } from '../../support/git/repository.js';
import { FAULTY_PLUGIN } from '../../support/mypy/faulty-plugin.js';

describe('the gate and a mypy that cannot look', () => {
  let project: CliProject;

  before(async () => {
    project = await CliProject.demo();
  });
  beforeEach(() => project.reset());
  after(() => project.remove());

  /** Neither a verdict nor a change: all that is said goes to stderr. */
  async function assertNoVerdict(words: RegExp, ...args: readonly string[]): Promise<void> {
    const run = await project.check(['check', '--stale', 'shrink', '--new-errors', 'off', ...args]);
    assertStatus(run, 2);
    assert.match(run.stderr, words);
    assert.equal(run.stdout, '');
    assert.equal(await git(project.folder.path, 'status', '--porcelain', BASELINE), '');
  }

  it('that is stopped by a syntax error', async () => {
    await project.folder.edit('services.py', 'def first(', 'def first((');
    await assertNoVerdict(/^Paused by a syntax error in services\.py:12: /m);
  });

  it('that finds a module twice', async () => {
    await project.folder.write('other/models.py', '');
    await assertNoVerdict(/^Paused by an error in .*models\.py.*Duplicate module named "models"/m);
  });

  it('that refuses its command line', async () => {
    await project.folder.write('mypy-ratchet.toml', 'args = ["--no-such-flag"]\n');
    await assertNoVerdict(/^mypy refused to run: .*--no-such-flag/m);
  });

  for (const [mode, words] of [
    ['kill', /^mypy was killed \(SIGKILL\), as systems do when memory runs out\.$/m],
    ['crash', /^mypy refused to run: .*own_plugin\.py": the plugin is broken$/m],
    ['exit', /^mypy's output was not understood: exit status 0 without mypy's summary line/m],
  ] as const) {
    it(`whose plugin makes it ${mode}`, async () => {
      await project.folder.writeAll({ 'mode.txt': mode, 'own_plugin.py': FAULTY_PLUGIN });
      await project.folder.edit(
        'mypy.ini',
        'strict = True',
        'strict = True\nplugins = ./own_plugin.py\nexclude = own_plugin',
      );
      await assertNoVerdict(words);
    });
  }

  it('that is not there', async () => {
    const run = await project.run(['check', '--interpreter', '/no/such/python']);
    assertStatus(run, 2);
    assert.match(run.stderr, /does not exist: \/no\/such\/python$/m);
    assert.equal(run.stdout, '');
  });

  it('that the interpreter does not have', async () => {
    const venv = await TemporaryFolder.create('venv');
    execFileSync('python3', ['-m', 'venv', '--without-pip', venv.path]);
    const python = venv.at('bin/python');
    const run = await project.run(['check', '--interpreter', python]);
    assertStatus(run, 2);
    assert.ok(run.stderr.includes(`has no mypy: ${python}\n`), run.stderr);
    assert.equal(run.stdout, '');
    await venv.remove();
  });

  it('in a folder without Python files', async () => {
    const folder = await TemporaryFolder.create('empty');
    const run = await project.check(['check'], { cwd: folder.path });
    assertStatus(run, 2);
    assert.match(run.stderr, /^There are no Python files in this folder\.$/m);
    await folder.remove();
  });

  it('in a folder that is not there', async () => {
    const run = await project.check(['check', '--project', 'no-such-folder']);
    assertStatus(run, 2);
    assert.notEqual(run.stderr, '');
    assert.doesNotMatch(run.stderr, /^ {4}at /m, 'no stack trace');
  });

  it('and one that did not check every file that has errors in the baseline', async () => {
    await project.folder.write('mypy-ratchet.toml', 'targets = ["models.py"]\n');
    await assertNoVerdict(/^mypy checked 1 file, and the baseline has errors in 2: /m);
  });
});
