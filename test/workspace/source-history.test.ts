import assert from 'node:assert/strict';
import { join } from 'node:path';
import { SourceHistory } from '../../src/workspace/git/source-history.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../support/git/repository.js';

const BASELINE = 'mypy-baseline.jsonl';

describe('the commit since which edits count', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('history');
    await folder.write('a.py', 'one\n');
  });
  afterEach(() => folder.remove());

  function open(named = ''): SourceHistory {
    return new SourceHistory({
      root: folder.path,
      baselinePath: join(folder.path, BASELINE),
      gitFolder: join(folder.path, '.git'),
      target: { named, configured: '' },
      env: {},
    });
  }

  /** The line that a.py had at the commit; undefined where it says that nothing was edited. */
  async function oldLine(history = open()): Promise<string | undefined> {
    const read = await history.readChanges(['a.py']);
    assert.ok(read.kind === 'read', read.kind === 'unknown' ? read.why : '');
    return read.changes.get('a.py')?.hunks[0]?.oldLines[0];
  }

  async function commit(line: string): Promise<void> {
    await folder.write('a.py', `${line}\n`);
    await commitAll(folder.path, line);
  }

  it('is the merge base on a branch, also where the branch shrank the baseline', async () => {
    await folder.write(BASELINE, 'first\n');
    await createRepository(folder.path);
    await commit('two');
    await git(folder.path, 'checkout', '--quiet', '-b', 'feature');
    await folder.write(BASELINE, 'second\n');
    await commit('three');
    assert.equal(await oldLine(), 'two');
  });

  it('is the last change of the baseline on the target branch itself', async () => {
    await createRepository(folder.path);
    await folder.write(BASELINE, 'first\n');
    await commit('two');
    await commit('three');
    await folder.write('a.py', 'four\n');
    assert.equal(await oldLine(), 'two');
  });

  it('is where the branch brought the first baseline', async () => {
    await createRepository(folder.path);
    await git(folder.path, 'checkout', '--quiet', '-b', 'feature');
    await folder.write(BASELINE, 'first\n');
    await commit('two');
    await commit('three');
    assert.equal(await oldLine(), 'two');
  });

  it('is HEAD where no baseline was committed yet', async () => {
    await createRepository(folder.path);
    await folder.write('a.py', 'two\n');
    assert.equal(await oldLine(), 'one');
  });

  it('is the merge base with a branch that is named', async () => {
    await folder.write(BASELINE, 'first\n');
    await createRepository(folder.path);
    await git(folder.path, 'branch', 'release');
    await commit('two');
    await folder.write('a.py', 'three\n');
    assert.equal(await oldLine(open('release')), 'one');
  });

  it('follows HEAD', async () => {
    await folder.write(BASELINE, 'first\n');
    await createRepository(folder.path);
    const history = open();
    await folder.write('a.py', 'two\n');
    assert.equal(await oldLine(history), 'one');
    await folder.write(BASELINE, 'second\n');
    await commitAll(folder.path, 'second');
    assert.equal(await oldLine(history), undefined);
  });

  it('follows the target branch, which a fetch moves while HEAD stays', async () => {
    await folder.write(BASELINE, 'first\n');
    await createRepository(folder.path);
    await git(folder.path, 'checkout', '--quiet', '-b', 'feature');
    await folder.write(BASELINE, 'second\n');
    await commit('two');
    await folder.write('a.py', 'three\n');
    const history = open();
    assert.equal(await oldLine(history), 'one');
    await git(folder.path, 'branch', '--force', 'main', 'feature');
    assert.equal(await oldLine(history), 'two');
    await git(folder.path, 'branch', '--force', 'main', 'feature~1');
    await git(folder.path, 'pack-refs', '--all');
    assert.equal(await oldLine(history), 'one');
  });

  it('is unknown without a repository, and where the branch that is named is not there', async () => {
    const place = { root: folder.path, baselinePath: join(folder.path, BASELINE), env: {} };
    const target = { named: '', configured: '' };
    const none = new SourceHistory({ ...place, gitFolder: null, target });
    assert.equal((await none.readChanges(['a.py'])).kind, 'unknown');
    await createRepository(folder.path);
    assert.equal((await open('missing').readChanges(['a.py'])).kind, 'unknown');
  });
});
