import assert from 'node:assert/strict';
import { CliProject } from '../../support/cli/cli-project.js';
import { BASELINE } from '../../support/cli/run-cli.js';
import { commitAll } from '../../support/git/repository.js';
import { DEMO_ERRORS, DEMO_FILES } from '../../support/project/demo-project.js';

const ALL = ['init', '--yes', '--github', '--gitlab', '--pre-commit', '--preset', 'team'];

/** What `init` writes with everything asked for, beside what is there. */
const WRITTEN = [
  '.gitattributes',
  '.github/workflows/mypy-ratchet.yml',
  '.gitlab-ci.yml',
  '.pre-commit-config.yaml',
  BASELINE,
];

describe('init', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create({
      ...DEMO_FILES,
      'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\n',
    });
  });
  afterEach(() => project.remove());

  it('writes the baseline and the files beside it, and says what comes next', async () => {
    const { status, stdout, stderr } = await project.check(ALL);
    assert.equal(status, 0, stderr);
    const { created, changed } = await changes();
    assert.deepEqual(created, WRITTEN);
    assert.deepEqual(changed, ['pyproject.toml']);
    assert.equal((await project.entries()).length, DEMO_ERRORS);
    assert.match(await project.folder.read('.gitattributes'), /mypy-baseline\.jsonl merge=union/);
    const configuration = await project.folder.read('pyproject.toml');
    assert.match(configuration, /^\[project\]\nname = "shop"\nversion = "1"\n/);
    assert.match(configuration, /^\[tool\.mypy-ratchet\]$/m);
    const hooks = await project.folder.read('.pre-commit-config.yaml');
    for (const hook of ['mypy-ratchet', 'black', 'isort', 'flake8', 'bandit', 'detect-secrets']) {
      assert.match(hooks, new RegExp(`id: ${hook}`), hook);
    }
    for (const path of [...created, ...changed]) assert.ok(stdout.includes(path), path);
    assert.match(stdout, /^Next:\n(?: {2}.*\n)* {2}git commit /m);
  });

  it('leaves a project whose gate passes', async () => {
    await project.check(ALL);
    await commitAll(project.folder.path, 'ratchet');
    const { status, stdout, stderr } = await project.check(['check']);
    assert.equal(status, 0, `${stdout}${stderr}`);
  });

  it('changes nothing the second time', async () => {
    await project.check(ALL);
    await commitAll(project.folder.path, 'ratchet');
    const { status, stderr } = await project.check(ALL);
    assert.equal(status, 0, stderr);
    assert.equal(await project.git('status', '--porcelain'), '');
  });

  it('writes nothing in a dry run, and shows what it would', async () => {
    const { status, stdout, stderr } = await project.check([...ALL, '--dry-run']);
    assert.equal(status, 0, stderr);
    assert.equal(await project.git('status', '--porcelain', '--ignored'), '');
    for (const path of WRITTEN) assert.ok(stdout.includes(path), path);
  });

  it('adds below what a person wrote, and overwrites none of it', async () => {
    const own = { '.gitattributes': '*.png binary\n', '.gitlab-ci.yml': 'stages: [test]\n' };
    await project.folder.writeAll(own);
    assert.equal((await project.check(ALL)).status, 0);
    for (const [path, text] of Object.entries(own)) {
      assert.ok((await project.folder.read(path)).startsWith(text), path);
    }
  });

  it('writes none of it when mypy could not look', async () => {
    await project.folder.edit('models.py', 'class User:', 'class User(:');
    const before = await project.git('status', '--porcelain');
    assert.equal((await project.check(ALL)).status, 2);
    assert.equal(await project.git('status', '--porcelain'), before);
  });

  async function changes() {
    const lines = (await project.git('status', '--porcelain', '--untracked-files=all')).split('\n');
    const pathsOf = (mark: string) =>
      lines
        .map((line) => line.trim())
        .filter((line) => line.startsWith(mark))
        .map((line) => line.slice(mark.length).trim());
    return { created: pathsOf('??').sort(), changed: pathsOf('M ') };
  }
});
