import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { CliProject } from '../support/cli/cli-project.js';
import { BASELINE } from '../support/cli/run-cli.js';
import { createVirtualEnvironment } from '../support/cli/virtual-environment.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';

/** One error for every mypy, and a call of `partial` that mypy looks at from 1.11 only. */
const FILES = {
  'mypy.ini': '[mypy]\nstrict = True\n',
  '.gitignore': '.venv/\n.mypy_cache/\n',
  'sizes.py': [
    'from functools import partial',
    '',
    '',
    'def size(items: list[int]) -> int:',
    '    return len(items)',
    '',
    '',
    'bad = partial(size, 3)',
    'worse: int = "old"',
    '',
  ].join('\n'),
} as const;

const UPGRADE = /mypy 1\.4\.1 → 2\.\d+\.\d+/;

describe('update --rebaseline', function () {
  this.timeout(120_000);
  let project: CliProject;
  /** Where the command makes its own temporary folders. */
  let temporary: TemporaryFolder;

  beforeEach(async () => {
    temporary = await TemporaryFolder.create('tmp');
    project = await CliProject.create(FILES);
    await project.commitBaseline({ mypy: '1.4.1' });
    assert.deepEqual(await codes(), ['assignment']);
  });
  afterEach(async () => {
    await project.remove();
    await temporary.remove();
  });

  function rebaseline(...args: readonly string[]) {
    const env = { TMPDIR: temporary.path, TEMP: temporary.path };
    return project.check(['update', '--rebaseline', ...args], { env });
  }

  it('accepts what mypy made new, and leaves what the code made new', async () => {
    await project.folder.edit('sizes.py', 'return len(items)', 'return items');
    await project.folder.write('staged.py', 'x = 1\n');
    await project.git('add', 'staged.py');
    await project.folder.write('untracked.py', 'y = 2\n');
    const before = await belongings();

    const { status, stdout, stderr } = await rebaseline();
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^1 error is new because of mypy, and is accepted: mypy 1\.4\.1 → 2\./m);
    assert.match(stdout, /^1 error is new because of the code, and stays new:$/m);
    assert.match(stdout, /^ {2}sizes\.py:5: Incompatible return value type .* \[return-value\]$/m);

    assert.deepEqual(await codes(), ['arg-type', 'assignment']);
    const [accepted = '', old = ''] = await project.entries();
    assert.match(accepted, UPGRADE);
    assert.match(accepted, /\{"reason":"mypy 1\.4\.1 → 2\.[^"]*"\}\]$/);
    assert.doesNotMatch(old, /reason/);
    assert.match(await project.folder.read(BASELINE), /^\{[^\n]*"mypy":"2\./);
    assert.deepEqual(await belongings(), before);

    const after = await project.check(['check']);
    assert.equal(after.status, 1, after.stderr);
    assert.match(after.stdout, /sizes\.py:5:\d+: new: Incompatible return value type/);
    assert.doesNotMatch(after.stdout, /sizes\.py:8:\d+: new/);
  });

  it('passes where mypy alone made errors new, and says so the second time', async () => {
    const first = await rebaseline('HEAD', '--reason', 'new mypy');
    assert.equal(first.status, 0, first.stderr);
    assert.match((await project.entries())[0] ?? '', /\{"reason":"new mypy"\}\]$/);
    const second = await rebaseline();
    assert.equal(second.status, 0, second.stderr);
    assert.match(second.stdout, /written by this mypy and configuration already/);
  });

  it('leaves all as it was when the old commit cannot be checked', async () => {
    await project.folder.edit('sizes.py', 'bad = partial', 'bad = = partial');
    await commitAll(project.folder.path, 'broken');
    await project.folder.edit('sizes.py', 'bad = = partial', 'bad = partial');
    const before = [await project.folder.read(BASELINE), await belongings()];
    const broken = await rebaseline('HEAD');
    assert.equal(broken.status, 2, broken.stdout);
    assert.match(broken.stderr, /syntax error in sizes\.py:8/);
    const unknown = await rebaseline('no-such-branch');
    assert.equal(unknown.status, 2, unknown.stdout);
    assert.match(unknown.stderr, /no-such-branch/);
    assert.deepEqual([await project.folder.read(BASELINE), await belongings()], before);
  });

  it('uses the virtual environment inside the project for the old commit too', async () => {
    await createVirtualEnvironment(project.folder.at('.venv'), interpreterOf('newest'));
    const { status, stdout, stderr } = await project.run(['update', '--rebaseline']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, UPGRADE);
    assert.deepEqual(await codes(), ['arg-type', 'assignment']);
  });

  async function codes(): Promise<readonly (string | undefined)[]> {
    return (await project.entries()).map((line) => /^\["[^"]*","([^"]*)"/.exec(line)?.[1]);
  }

  /** What is the person's own: files, index, branch, working trees; and our temporary ones. */
  async function belongings(): Promise<readonly string[]> {
    const status = await project.git('status', '--porcelain', '--untracked-files=all');
    return [
      ...status
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => !line.includes(BASELINE)),
      await project.git('diff', '--cached'),
      await project.git('diff', '--', 'sizes.py'),
      await project.git('symbolic-ref', 'HEAD'),
      await project.git('worktree', 'list', '--porcelain'),
      ...(await readdir(temporary.path)),
    ];
  }
});
