import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, git } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { BREAKING_EDIT, createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { REPOSITORY } from '../support/server/language-client.js';

const BASELINE = 'mypy-baseline.jsonl';

describe('the command line', () => {
  let folder: TemporaryFolder;
  let cache: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('clï #3');
    cache = await TemporaryFolder.create('cache');
    await createDemoProject(folder);
  });
  afterEach(async () => {
    await folder.remove();
    await cache.remove();
  });

  function run(...args: readonly string[]) {
    return spawnSync(process.execPath, [join(REPOSITORY, 'dist', 'cli.js'), ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: cache.path },
    });
  }

  const withMypy = ['--interpreter', interpreterOf('newest')];

  it('prints the categories, and writes nothing', async () => {
    const { status, stdout, stderr } = run('status', ...withMypy);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Missing type annotations +medium +1 /m);
    assert.match(stdout, /^Incompatible defaults +medium +1 /m);
    assert.match(stdout, new RegExp(`^Total +${DEMO_ERRORS} +0 `, 'm'));
    assert.match(stdout, /There is no mypy-baseline\.jsonl yet/);
    assert.equal(await git(folder.path, 'status', '--porcelain'), '');
  });

  it('writes the baseline, and then the difference to it', async () => {
    assert.equal(run('update', ...withMypy).status, 0);
    await commitAll(folder.path, 'baseline');
    await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    const { stdout } = run('status', ...withMypy);
    assert.match(
      stdout,
      new RegExp(`^Total +${DEMO_ERRORS + 1} +${DEMO_ERRORS} +\\+1 +\\+1$`, 'm'),
    );
    const updated = run('update', '--reason', 'names are bytes', ...withMypy);
    assert.equal(updated.status, 0, updated.stderr);
    assert.match(await folder.read(BASELINE), /\{"reason":"names are bytes"\}\]$/m);
  });

  it('fails, and keeps the baseline, when mypy could not look', async () => {
    run('update', ...withMypy);
    const before = await folder.read(BASELINE);
    await folder.edit('models.py', 'class User:', 'class User(:');
    for (const command of ['status', 'update']) {
      const { status, stderr, stdout } = run(command, ...withMypy);
      assert.equal(status, 2, stdout);
      assert.match(stderr, /syntax error in models\.py:1/);
    }
    assert.equal(await folder.read(BASELINE), before);
  });

  it('fails without mypy and on what it does not understand', () => {
    const { status, stderr } = run('status', '--interpreter', '/no/such/python');
    assert.equal(status, 2);
    assert.match(stderr, /does not exist: \/no\/such\/python/);
    assert.equal(run('no-such-command').status, 2);
    assert.equal(run('status', '--no-such-option').status, 2);
    assert.equal(run('--help').status, 0);
  });
});
