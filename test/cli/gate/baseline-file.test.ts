import assert from 'node:assert/strict';
import { mkdir, readFile, rmdir } from 'node:fs/promises';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertStatus, BASELINE } from '../../support/cli/run-cli.js';
import { git } from '../../support/git/repository.js';
import { DEMO_ERRORS } from '../../support/project/demo-project.js';

describe('the gate and the baseline file', () => {
  let project: CliProject;

  before(async () => {
    project = await CliProject.demo();
  });
  beforeEach(() => project.reset());
  after(() => project.remove());

  for (const { name, damage, words } of [
    {
      name: 'malformed',
      damage: (text: string) => `${text}["models.py", "arg-type"\n`,
      words: /^mypy-baseline\.jsonl is damaged at line 6: /m,
    },
    {
      name: 'newer',
      damage: (text: string) => text.replace('"version":1', '"version":2'),
      words: /^mypy-baseline\.jsonl was written by a newer Mypy Ratchet \(format 2\)/m,
    },
    {
      name: 'conflicted',
      damage: (text: string) => `${text}<<<<<<< HEAD\n=======\n>>>>>>> other\n`,
      words: /^mypy-baseline\.jsonl holds git's conflict markers \(line 6\)\.$/m,
    },
    {
      name: 'unreadable',
      damage: () => Buffer.from([0xff, 0xfe, 0x00]),
      words: /^mypy-baseline\.jsonl cannot be read, so nothing is compared: it is not UTF-8/m,
    },
  ]) {
    it(`gives no verdict on one that is ${name}, and leaves it as it is`, async () => {
      await project.folder.write(BASELINE, damage(await project.readBaseline()));
      const before = await readFile(project.folder.at(BASELINE));
      for (const args of [['check', '--stale', 'shrink'], ['shrink'], ['update']]) {
        const run = await project.check([...args]);
        assertStatus(run, 2);
        assert.match(run.stderr, words);
        assert.equal(run.stdout, '');
        assert.equal(run.stderr.match(new RegExp(words, 'gm'))?.length, 1, 'said once');
      }
      assert.deepEqual(await readFile(project.folder.at(BASELINE)), before);
    });
  }

  it('says what brings back one that was deleted', async () => {
    const before = await project.readBaseline();
    await project.folder.delete(BASELINE);
    const run = await project.check(['check']);
    assertStatus(run, 1);
    const [, command = ''] =
      /whose baseline file was deleted: "([^"]+)" puts it back/.exec(run.stdout) ?? [];
    assert.equal(command, 'git checkout HEAD -- mypy-baseline.jsonl');
    const [, ...args] = command.split(' ');
    await git(project.folder.path, ...args);
    assert.equal(await project.readBaseline(), before);
    assertStatus(await project.check(['check']), 0);
  });

  it('gives no verdict on a folder in its place', async () => {
    await project.folder.delete(BASELINE);
    await mkdir(project.folder.at(BASELINE));
    const run = await project.check(['check']);
    assertStatus(run, 2);
    assert.match(
      run.stderr,
      /^mypy-baseline\.jsonl cannot be read, so nothing is compared: EISDIR/m,
    );
    await rmdir(project.folder.at(BASELINE));
  });

  it('fails on every error where there is none yet', async () => {
    const { path } = project.folder;
    await git(path, 'checkout', '--quiet', '-B', 'main', 'main~1');
    const run = await project.check(['check']);
    assertStatus(run, 1);
    assert.match(run.stdout, new RegExp(`^✗ ${DEMO_ERRORS} new errors$`, 'm'));
    assert.match(run.stdout, /^The type debt grew \(against mypy-baseline\.jsonl\)\.$/m);
    assert.equal(await git(path, 'status', '--porcelain'), '');
  });

  it('fails on every error when a branch deletes it', async () => {
    await project.branch('delete');
    await project.folder.delete(BASELINE);
    await project.commit('delete the baseline');
    const run = await project.check(['check']);
    assertStatus(run, 1);
    assert.match(run.stdout, new RegExp(`^✗ ${DEMO_ERRORS} new errors$`, 'm'));
  });

  it('reads one with Windows line ends, and does not rewrite it', async () => {
    const text = (await project.readBaseline()).replaceAll('\n', '\r\n');
    await project.folder.write(BASELINE, text);
    assertStatus(await project.check(['check', '--stale', 'shrink']), 0);
    assert.equal(await project.readBaseline(), text);
  });
});
