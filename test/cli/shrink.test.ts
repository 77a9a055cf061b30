import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';
import { BASELINE } from '../support/cli/run-cli.js';
import { BREAKING_EDIT, DEMO_ERRORS, DEMO_FILES } from '../support/project/demo-project.js';

describe('shrink', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create(DEMO_FILES);
  });
  afterEach(() => project.remove());

  it('drops what is fixed, and adds nothing', async () => {
    await project.commitBaseline();
    await project.folder.edit('models.py', 'return user.name', 'return 1');
    await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    const { status, stdout, stderr } = await project.check(['shrink']);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, `${BASELINE}: 1 error removed, ${DEMO_ERRORS - 1} errors in all.\n`);
    assert.match(await project.git('diff', '--numstat', '--', BASELINE), /^0\t1\t/);
  });

  it('leaves every byte where nothing was fixed', async () => {
    await project.commitBaseline();
    const { status, stdout } = await project.check(['shrink']);
    assert.equal(status, 0);
    assert.match(stdout, /Nothing to change/);
    assert.equal(await project.git('status', '--porcelain'), '');
  });

  it('fails where there is no baseline, and writes none', async () => {
    const { status, stderr } = await project.check(['shrink']);
    assert.equal(status, 2);
    assert.match(stderr, /There is no mypy-baseline\.jsonl yet/);
    assert.equal(await project.git('status', '--porcelain'), '');
  });

  it('keeps a fixed error while mypy could not look', async () => {
    await project.commitBaseline();
    const before = await project.folder.read(BASELINE);
    await project.folder.edit('models.py', 'return user.name', 'return (1');
    const { status, stderr } = await project.check(['shrink']);
    assert.equal(status, 2);
    assert.match(stderr, /syntax error in models\.py/);
    assert.equal(await project.folder.read(BASELINE), before);
  });

  it('may run many at once: the lock holds, and nothing is lost', async () => {
    await project.commitBaseline();
    await project.folder.edit('models.py', 'return user.name', 'return 1');
    await project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    const commands = [
      ['shrink'],
      ['update', '--code', 'return-value', '--reason', 'one'],
      ['update', '--path', 'services.py', '--reason', 'two'],
      ['shrink'],
    ];
    const runs = await Promise.all(commands.map((command) => project.check(command)));
    assert.deepEqual(
      runs.map(({ status, stderr }) => [status, stderr]),
      commands.map(() => [0, '']),
    );
    const entries = await project.entries();
    assert.equal(entries.length, DEMO_ERRORS);
    assert.equal(entries.filter((line) => line.includes('"reason"')).length, 1);
    assert.equal((await project.check(['check', '--growth', 'off'])).status, 0);
    const status = await project.git('status', '--porcelain');
    assert.doesNotMatch(status, /\?\?/, 'a lock or a temporary file is left');
  });
});
