import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';
import { assertStatus } from '../support/cli/run-cli.js';
import { git } from '../support/git/repository.js';
import { BREAKING_EDIT, DEMO_ERRORS } from '../support/project/demo-project.js';

describe('the command line', () => {
  let project: CliProject;

  before(async () => {
    project = await CliProject.demo();
  });
  beforeEach(() => project.reset());
  after(() => project.remove());

  it('prints the categories, and writes nothing', async () => {
    await git(project.folder.path, 'checkout', '--quiet', '-B', 'main', 'main~1');
    const run = await project.check(['status']);
    assertStatus(run, 0);
    const { stdout } = run;
    assert.match(stdout, /^Missing type annotations +medium +1 /m);
    assert.match(stdout, /^Incompatible defaults +medium +1 /m);
    assert.match(stdout, new RegExp(`^Total +${DEMO_ERRORS} +0 `, 'm'));
    assert.match(stdout, /There is no mypy-baseline\.jsonl yet/);
    assert.equal(await git(project.folder.path, 'status', '--porcelain'), '');
  });

  it('prints the difference to the baseline, and takes what is new into it', async () => {
    await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    const { stdout } = await project.check(['status']);
    assert.match(
      stdout,
      new RegExp(`^Total +${DEMO_ERRORS + 1} +${DEMO_ERRORS} +\\+1 +\\+1$`, 'm'),
    );
    assertStatus(await project.check(['update', '--reason', 'names are bytes']), 0);
    assert.match(await project.readBaseline(), /\{"reason":"names are bytes"\}\]$/m);
  });

  it('fails, and keeps the baseline, when mypy could not look', async () => {
    const before = await project.readBaseline();
    await project.folder.edit('models.py', 'class User:', 'class User(:');
    for (const command of ['status', 'update']) {
      const run = await project.check([command]);
      assertStatus(run, 2);
      assert.match(run.stderr, /syntax error in models\.py:1/);
    }
    assert.equal(await project.readBaseline(), before);
  });

  it('fails without mypy and on what it does not understand', async () => {
    const run = await project.run(['status', '--interpreter', '/no/such/python']);
    assertStatus(run, 2);
    assert.match(run.stderr, /does not exist: \/no\/such\/python/);
    assertStatus(await project.run(['no-such-command']), 2);
    assertStatus(await project.check(['status', '--no-such-option']), 2);
    assertStatus(await project.run(['--help']), 0);
  });
});
