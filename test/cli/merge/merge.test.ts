import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type MergeFiles, runMerge } from '../../../src/cli/commands/merge.js';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { repairBaseline } from '../../../src/core/baseline/repair-baseline.js';
import { serialiseBaseline } from '../../../src/core/baseline/serialise-baseline.js';
import { ENVIRONMENT } from '../../support/arbitrary/entries.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../../support/git/repository.js';

const BASELINE = 'mypy-baseline.jsonl';
/** Where it lies in the repository: git quotes the path for the driver. */
const PATH = `my app/${BASELINE}`;
const FILES = { base: 'base', ours: 'ours', theirs: 'theirs', path: `app/${BASELINE}` };

/** A baseline with one error in each file named, written by a version of mypy. */
function baseline(names: string, mypy = ENVIRONMENT.mypy): string {
  const entries = [...names].map(
    (name): BaselineEntry => ({
      path: `${name}.py`,
      code: 'misc',
      scope: 'f',
      message: 'wrong',
      text: 'x = 1',
    }),
  );
  return serialiseBaseline({ environment: { ...ENVIRONMENT, mypy }, entries });
}

describe('mypy-ratchet merge', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('mérge #1');
  });
  afterEach(() => folder.remove());

  async function merge(files: MergeFiles = FILES) {
    let stderr = '';
    const exitCode = await runMerge(files, {
      err: (text) => {
        stderr += text;
      },
      cwd: folder.path,
    });
    return { exitCode, stderr };
  }

  it('writes the merge into ours and says nothing', async () => {
    await folder.writeAll({ base: baseline('ab'), ours: baseline('a'), theirs: baseline('abc') });
    assert.deepEqual(await merge(), { exitCode: 0, stderr: '' });
    assert.equal(await folder.read('ours'), baseline('ac'));
    assert.equal(await folder.read('theirs'), baseline('abc'));
  });

  it('exits with 1 and keeps both headers where the environments differ', async () => {
    await folder.writeAll({
      base: baseline('a'),
      ours: baseline('ab', '2.3.0'),
      theirs: baseline('ac', '2.5.0'),
    });
    const { exitCode, stderr } = await merge();
    assert.equal(exitCode, 1);
    assert.match(
      stderr,
      /^app\/mypy-baseline\.jsonl: .*\n {2}mypy: 2\.3\.0 \(ours\), 2\.5\.0 \(th/,
    );
    const repaired = repairBaseline(await folder.read('ours'));
    assert.ok(repaired.kind === 'read');
    assert.equal(repaired.content, baseline('abc', '2.5.0'));
  });

  it('exits with 2 and leaves ours alone where a side is no baseline', async () => {
    const good = baseline('a');
    const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['theirs', `${good}<<<<<<< HEAD\n`, /because of their side: .* conflict markers \(line 3\)/],
      ['theirs', '', /because of their side: .* is damaged at line 1/],
      ['base', '{}\n', /because of the common ancestor: .* is damaged/],
      ['ours', good.replace('"version":1', '"version":7'), /because of our side: .*\(format 7\)/],
      ['ours', Buffer.from([0xff, 0xfe, 0x41]), /because of our side: .* cannot be read/],
    ];
    for (const [which, content, message] of bad) {
      await folder.writeAll({ base: good, ours: good, theirs: baseline('ab') });
      await folder.write(which, content);
      const before = await folder.read('ours');
      const { exitCode, stderr } = await merge();
      assert.equal(exitCode, 2, which);
      assert.match(stderr, message);
      assert.equal(await folder.read('ours'), before);
    }
  });

  it('exits with 2 where a file is missing', async () => {
    await folder.writeAll({ base: baseline('a'), ours: baseline('a') });
    const { exitCode, stderr } = await merge();
    assert.equal(exitCode, 2);
    assert.match(stderr, /because of their side: .* cannot be read.*ENOENT/);
    assert.equal(await folder.read('ours'), baseline('a'));
  });
});

describe('git with mypy-ratchet merge as its merge driver', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('repositöry #2');
    await folder.writeAll({
      '.gitattributes': `${BASELINE} merge=mypy-ratchet\n`,
      [PATH]: baseline('abcd'),
    });
    await createRepository(folder.path);
    await configureDriver();
  });
  afterEach(() => folder.remove());

  /** Has git run the compiled command through a script in `.git`, outside the work tree. */
  async function configureDriver(): Promise<void> {
    const command = join(__dirname, '..', '..', '..', 'src', 'cli', 'commands', 'merge.js');
    const script = folder.at('.git/mypy-ratchet.cjs');
    await folder.write(
      '.git/mypy-ratchet.cjs',
      `const [base, ours, theirs, path] = process.argv.slice(2);
const err = (text) => void process.stderr.write(text);
const terminal = { err, cwd: process.cwd() };
require(${JSON.stringify(command)}).runMerge({ base, ours, theirs, path }, terminal).then(
  (exitCode) => { process.exitCode = exitCode; },
);
`,
    );
    await git(
      folder.path,
      'config',
      'merge.mypy-ratchet.driver',
      `"${process.execPath}" "${script}" %O %A %B %P`,
    );
  }

  async function branch(name: string, content: string): Promise<void> {
    await git(folder.path, 'checkout', '--quiet', '-b', name, 'main');
    await folder.write(PATH, content);
    await commitAll(folder.path, name);
  }

  it('merges branches that change lines side by side, where git alone does not', async () => {
    await branch('fixes', baseline('ad'));
    await branch('accepts', baseline('abbcde'));
    await git(folder.path, 'merge', '--quiet', '--no-edit', 'fixes');
    // fixes took one b away, accepts added one.
    assert.equal(await folder.read(PATH), baseline('abde'));
    assert.equal(await git(folder.path, 'status', '--porcelain'), '');

    await git(folder.path, 'config', '--unset', 'merge.mypy-ratchet.driver');
    await git(folder.path, 'reset', '--quiet', '--hard', 'HEAD~1');
    await assert.rejects(git(folder.path, 'merge', '--no-edit', 'fixes'));
    assert.match(await folder.read(PATH), /^<{7} /m);
  });

  it('merges baselines that two branches made without a common one', async () => {
    await git(folder.path, 'rm', '--quiet', PATH);
    await commitAll(folder.path, 'none');
    await branch('one', baseline('ab'));
    await branch('other', baseline('bc'));
    await git(folder.path, 'merge', '--quiet', '--no-edit', 'one');
    assert.equal(await folder.read(PATH), baseline('abbc'));
  });

  it('stops for a person where both branches changed the environment', async () => {
    await branch('one', baseline('ab', '2.3.0'));
    await branch('other', baseline('abcde', '2.5.0'));
    await assert.rejects(git(folder.path, 'merge', '--no-edit', 'one'), (error) => {
      assert.match(String(error), /^my app\/mypy-baseline\.jsonl: the entries are merged/m);
      return true;
    });
    assert.equal(await git(folder.path, 'status', '--porcelain'), `UU "${PATH}"`);
    const repaired = repairBaseline(await folder.read(PATH));
    assert.ok(repaired.kind === 'read');
    assert.equal(repaired.content, baseline('abe', '2.5.0'));
  });

  it('leaves our side in the work tree, as a conflict, where theirs is damaged', async () => {
    await branch('broken', `${baseline('ab')}broken\n`);
    await branch('ours', baseline('abcde'));
    await assert.rejects(git(folder.path, 'merge', '--no-edit', 'broken'));
    assert.equal(await git(folder.path, 'status', '--porcelain'), `UU "${PATH}"`);
    assert.equal(await folder.read(PATH), baseline('abcde'));
  });

  it('merges what was merged crosswise', async () => {
    await branch('one', baseline('abd'));
    await branch('other', baseline('abcde'));
    await git(folder.path, 'branch', 'other-tip');
    await git(folder.path, 'merge', '--quiet', '--no-edit', 'one');
    await git(folder.path, 'checkout', '--quiet', 'one');
    await git(folder.path, 'merge', '--quiet', '--no-edit', 'other-tip');
    await folder.write(PATH, baseline('bde'));
    await commitAll(folder.path, 'fixed a');
    await git(folder.path, 'checkout', '--quiet', 'other');
    await folder.write(PATH, baseline('abdef'));
    await commitAll(folder.path, 'accepted f');
    assert.equal(
      (await git(folder.path, 'merge-base', '--all', 'one', 'other')).split('\n').length,
      2,
    );
    await git(folder.path, 'merge', '--quiet', '--no-edit', 'one');
    assert.equal(await folder.read(PATH), baseline('bdef'));
  });
});
