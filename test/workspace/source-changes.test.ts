import assert from 'node:assert/strict';
import { readSourceChanges } from '../../src/workspace/git/source-changes.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { createRepository, git } from '../support/git/repository.js';

describe('what git says was edited', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('répo #1 x');
  });
  afterEach(() => folder.remove());

  async function changesOf(...paths: readonly string[]) {
    const read = await readSourceChanges(folder.path, 'HEAD', paths);
    assert.equal(read.kind, 'read');
    return read.kind === 'read' ? read.changes : new Map();
  }

  it('is the lines that went and where others came, with those that stayed', async () => {
    await folder.write('a.py', 'one\ntwo\nthree\nfour\nfive\n');
    await createRepository(folder.path);
    await folder.write('a.py', 'zero\none\n2\nthree\nfive\n');
    const changes = await changesOf('a.py');
    assert.deepEqual(changes.get('a.py'), {
      from: 'a.py',
      keptLines: new Set(['one', 'three', 'five']),
      hunks: [
        { oldLines: [], newStart: 1, newCount: 1 },
        { oldLines: ['two'], newStart: 3, newCount: 1 },
        { oldLines: ['four'], newStart: 5, newCount: 0 },
      ],
    });
  });

  it('takes no line of a file for one of the diff', async () => {
    const head = 'diff --git a.py b.py\n--- a.py\n+++ b.py\n@@ -1 +1 @@\nrename to c.py\n';
    await folder.write('a.py', `${head}x`);
    await createRepository(folder.path);
    await folder.write('a.py', `-- a.py\n++ b.py\n${head}y`);
    const changes = await changesOf('a.py');
    assert.deepEqual([...changes.keys()], ['a.py']);
    assert.deepEqual(changes.get('a.py')?.hunks, [
      { oldLines: [], newStart: 1, newCount: 2 },
      { oldLines: ['x'], newStart: 8, newCount: 1 },
    ]);
  });

  it('follows renamed files, whatever their names', async () => {
    const text = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    await folder.write('old "1"\té.py', text);
    await createRepository(folder.path);
    await git(folder.path, 'mv', 'old "1"\té.py', 'new \\ 日本.py');
    await folder.write('new \\ 日本.py', text.replace('line 7', 'line seven'));
    const changes = await changesOf('old "1"\té.py', 'new \\ 日本.py');
    const change = changes.get('new \\ 日本.py');
    assert.equal(change?.from, 'old "1"\té.py');
    assert.deepEqual(change?.hunks, [{ oldLines: ['line 7'], newStart: 8, newCount: 1 }]);
    assert.equal(changes.size, 1);
  });

  it('has a file that was renamed and not edited', async () => {
    await folder.write('a.py', 'one\n');
    await createRepository(folder.path);
    await git(folder.path, 'mv', 'a.py', 'b c.py');
    const changes = await changesOf('a.py', 'b c.py');
    assert.deepEqual(changes.get('b c.py'), { from: 'a.py', keptLines: new Set(), hunks: [] });
  });

  it('speaks of the named files only, and of none that is gone', async () => {
    for (const name of ['a.py', 'b.py', 'c.py']) await folder.write(name, 'one\n');
    await createRepository(folder.path);
    for (const name of ['a.py', 'b.py']) await folder.write(name, 'two\n');
    await git(folder.path, 'rm', '--quiet', 'c.py');
    assert.deepEqual([...(await changesOf('a.py', 'c.py')).keys()], ['a.py']);
  });

  it('is relative to a folder within the repository', async () => {
    await folder.write('app/a.py', 'one\n');
    await folder.write('b.py', 'one\n');
    await createRepository(folder.path);
    await folder.write('app/a.py', 'two\n');
    const read = await readSourceChanges(`${folder.path}/app`, 'HEAD', ['a.py']);
    assert.ok(read.kind === 'read');
    assert.deepEqual([...read.changes.keys()], ['a.py']);
  });

  it('does not mind line ends, nor anybody’s configuration', async () => {
    await folder.write('a.py', 'one\ntwo\n');
    await createRepository(folder.path);
    for (const [key, value] of [
      ['diff.mnemonicPrefix', 'true'],
      ['diff.external', 'false'],
      ['color.ui', 'always'],
      ['diff.context', '0'],
    ]) {
      await git(folder.path, 'config', key ?? '', value ?? '');
    }
    await folder.write('a.py', 'one\r\n2\r\n');
    assert.deepEqual((await changesOf('a.py')).get('a.py')?.hunks, [
      { oldLines: ['two'], newStart: 2, newCount: 1 },
    ]);
  });

  it('names as many files as there are', async () => {
    const paths = Array.from({ length: 900 }, (_, index) => `a_rather_long_name_${index}.py`);
    for (const path of paths) await folder.write(path, 'one\n');
    await createRepository(folder.path);
    for (const path of paths) await folder.write(path, 'two\n');
    assert.equal((await changesOf(...paths)).size, 900);
  });

  it('is unknown where the commit is not there', async () => {
    await folder.write('a.py', 'one\n');
    await createRepository(folder.path);
    const read = await readSourceChanges(folder.path, '0'.repeat(40), ['a.py']);
    assert.equal(read.kind, 'unknown');
  });
});
