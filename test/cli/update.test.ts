import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';
import { BASELINE } from '../support/cli/run-cli.js';
import { BREAKING_EDIT, DEMO_ERRORS, DEMO_FILES } from '../support/project/demo-project.js';

/** One error more in each file, of different codes. */
const MORE = {
  models: [
    'return User(name)',
    'return User(name)\n\n\ndef size(user: User) -> str:\n    return 1',
  ],
  services: ['return users[0] if users else None', 'return users[0].nam if users else None'],
} as const;

describe('update', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create(DEMO_FILES);
  });
  afterEach(() => project.remove());

  it('writes the first baseline, with no acceptance in it', async () => {
    const { status, stdout, stderr } = await project.check(['update']);
    assert.equal(status, 0, stderr);
    assert.equal(
      stdout,
      `${BASELINE}: ${DEMO_ERRORS} errors added, ${DEMO_ERRORS} errors in all.\n`,
    );
    const entries = await project.entries();
    assert.equal(entries.length, DEMO_ERRORS);
    assert.ok(
      entries.every((line) => line.endsWith('"]')),
      entries.join('\n'),
    );
  });

  it('leaves every byte where nothing changed', async () => {
    await project.commitBaseline();
    const before = await project.folder.read(BASELINE);
    const { status, stdout } = await project.check(['update', '--reason', 'nothing']);
    assert.equal(status, 0);
    assert.equal(stdout, `${BASELINE} says what mypy says. Nothing to change.\n`);
    assert.equal(await project.folder.read(BASELINE), before);
    assert.equal(await project.git('status', '--porcelain'), '');
  });

  it('writes down why and until when', async () => {
    await project.commitBaseline();
    await breakIt();
    const args = ['--reason', 'bytes "now"', '--expires', '2099-12-31'];
    const { status, stderr } = await project.check(['update', ...args]);
    assert.equal(status, 0, stderr);
    const accepted = (await project.entries()).filter((line) => line.includes('"reason"'));
    assert.equal(accepted.length, 1, accepted.join('\n'));
    assert.match(accepted[0] ?? '', /,\{"reason":"bytes \\"now\\"","expires":"2099-12-31"\}\]$/);
  });

  it('takes no date that is none', async () => {
    await project.commitBaseline();
    for (const word of ['soon', '31.12.2099', '2099-13-01', '2099-02-30']) {
      const { status, stderr } = await project.check(['update', '--expires', word]);
      assert.equal(status, 2, word);
      assert.match(stderr, /A date is written 2026-12-31/, word);
    }
  });

  it('accepts in the named files and folders only', async () => {
    await project.commitBaseline();
    await addOneToEach();
    const { status, stderr } = await project.check(['update', '--path', './models.py']);
    assert.equal(status, 0, stderr);
    await assertAdded(['models.py return-value']);
    assert.equal(
      (await project.check(['update', '--path', 'no/such', '--path', 'service'])).status,
      0,
    );
    await assertAdded(['models.py return-value']);
  });

  it('accepts the named codes only', async () => {
    await project.commitBaseline();
    await addOneToEach();
    assert.equal((await project.check(['update', '--code', 'attr-defined'])).status, 0);
    await assertAdded(['services.py attr-defined']);
    const again = await project.check(['update', '--code', 'attr-defined']);
    assert.equal(again.status, 0, again.stderr);
    await assertAdded(['services.py attr-defined']);
  });

  it('asks for both where a path and a code are named', async () => {
    await project.commitBaseline();
    await addOneToEach();
    const args = ['--path', 'services.py', '--code', 'return-value'];
    assert.equal((await project.check(['update', ...args])).status, 0);
    await assertAdded([]);
  });

  it('changes nothing in another environment unless told', async () => {
    await project.commitBaseline({ mypy: '1.19.1' });
    await breakIt();
    const before = await project.folder.read(BASELINE);
    for (const args of [['update'], ['update', '--path', 'services.py'], ['shrink']]) {
      const { status, stderr } = await project.check(args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /mypy: 1\.19\.1|1\.19\.1/);
      assert.match(stderr, /--any-environment/);
      assert.equal(await project.folder.read(BASELINE), before);
    }
    const told = await project.check(['update', '--any-environment']);
    assert.equal(told.status, 0, told.stderr);
    assert.match(await project.folder.read(BASELINE), /"mypy":"2\./);
    assert.equal((await project.entries()).length, DEMO_ERRORS + 1);
  });

  function breakIt(): Promise<void> {
    return project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
  }

  async function addOneToEach(): Promise<void> {
    await project.folder.edit('models.py', ...MORE.models);
    await project.folder.edit('services.py', ...MORE.services);
  }

  /** What the baseline on disk has more than the committed one, as `path code`. */
  async function assertAdded(expected: readonly string[]): Promise<void> {
    const diff = await project.git('diff', '--unified=0', '--', BASELINE);
    const added = diff.split('\n').filter((line) => /^\+\[/.test(line));
    const words = added.map((line) => /^\+\["([^"]*)","([^"]*)"/.exec(line)?.slice(1, 3).join(' '));
    assert.deepEqual(words, expected);
  }
});
