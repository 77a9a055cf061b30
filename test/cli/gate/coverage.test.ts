import assert from 'node:assert/strict';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertStatus } from '../../support/cli/run-cli.js';

const WRONG = 'number: int = "1"\n';
const RIGHT = 'number: int = 1\n';

/** One error in each of four files, and nothing else for mypy to look at. */
const FILES: Readonly<Record<string, string>> = {
  'mypy.ini': '[mypy]\nstrict = True\n',
  '.gitignore': '.mypy_cache/\n',
  'one.py': WRONG,
  'two.py': WRONG,
  'pkg/__init__.py': WRONG,
  'pkg/inner.py': WRONG,
};

describe('the gate and files of the baseline that mypy did not check', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create(FILES);
    await project.commitBaseline();
  });
  afterEach(() => project.remove());

  async function assertFixed(count: number): Promise<void> {
    const run = await project.check(['check']);
    assertStatus(run, 0);
    assert.match(run.stdout, new RegExp(`^! ${count} entr(?:y|ies) of the baseline`, 'm'));
  }

  async function assertDoubted(checked: string, known: number): Promise<void> {
    const run = await project.check(['check', '--stale', 'shrink']);
    assertStatus(run, 2);
    const words = `mypy checked ${checked}, and the baseline has errors in ${known}: `;
    assert.ok(run.stderr.includes(words), run.stderr);
    assert.equal(run.stdout, '');
    assert.equal((await project.entries()).length, 4);
  }

  it('are fixed where they were deleted, staged or not', async () => {
    await project.git('rm', '--quiet', 'two.py');
    await assertFixed(1);
    await project.folder.delete('one.py');
    await assertFixed(2);
  });

  it('are fixed where their package was deleted', async () => {
    await project.git('rm', '--quiet', '-r', 'pkg');
    await assertFixed(2);
  });

  it('are found again where they were renamed', async () => {
    await project.git('mv', 'two.py', 'three.py');
    await project.git('rm', '--quiet', '-r', 'pkg');
    const run = await project.check(['check']);
    assertStatus(run, 0);
    assert.match(run.stdout, /^Total +2 +4 +−2$/m);
  });

  it('are fixed where another mypy has looked at what is left', async () => {
    await project.git('rm', '--quiet', '-r', 'pkg', 'two.py');
    const input = 'Success: no issues found in 1 source file\n';
    assertStatus(await project.run(['check', '-', '--mypy-status', '0'], { input }), 0);
  });

  it('are fixed where mypy only followed imports into them', async () => {
    await project.folder.edit('mypy.ini', 'strict = True\n', 'strict = True\nfiles = main.py\n');
    await project.folder.write('main.py', 'import one\nimport two\nimport pkg.inner\n');
    assertStatus(await project.check(['update', '--any-environment']), 0);
    await project.folder.write('one.py', RIGHT);
    await assertFixed(1);
  });

  it('are doubted where the configuration excludes one', async () => {
    await project.folder.edit('mypy.ini', 'strict = True\n', 'strict = True\nexclude = two\n');
    await assertDoubted('3 files', 4);
  });

  it('are doubted where the configuration names others', async () => {
    await project.folder.edit('mypy.ini', 'strict = True\n', 'strict = True\nfiles = one.py\n');
    await project.folder.write('one.py', RIGHT);
    await assertDoubted('1 file', 4);
  });

  it('are doubted where one was deleted and another is excluded', async () => {
    await project.git('rm', '--quiet', 'one.py');
    await project.folder.edit('mypy.ini', 'strict = True\n', 'strict = True\nexclude = two\n');
    await assertDoubted('2 files', 3);
  });
});
