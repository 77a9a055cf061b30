import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { findGoneFiles } from '../../src/workspace/gone-files.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';

describe('files that are gone', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('göne #1');
  });
  afterEach(() => folder.remove());

  const gone = (...paths: readonly string[]) => [...findGoneFiles(folder.path, paths)];

  it('are those of which neither name nor folder is there', async () => {
    await folder.writeAll({ 'a.py': '', 'pkg/b.py': '' });
    assert.deepEqual(gone('a.py', 'b.py', 'pkg/a.py', 'pkg/b.py', 'no/c.py', folder.at('a.py')), [
      'b.py',
      'pkg/a.py',
      'no/c.py',
    ]);
  });

  it('are those in whose place something else stands', async () => {
    await folder.writeAll({ pkg: '', 'a.py/inner.py': '' });
    assert.deepEqual(gone('pkg/b.py', 'a.py'), ['pkg/b.py', 'a.py']);
  });

  it('are those whose link leads nowhere', async () => {
    await folder.write('a.py', '');
    await symlink('a.py', folder.at('whole.py'));
    await symlink('b.py', folder.at('broken.py'));
    assert.deepEqual(gone('whole.py', 'broken.py'), ['broken.py']);
  });

  it('are not those of which the system does not tell', async () => {
    await symlink('loop.py', folder.at('loop.py'));
    assert.deepEqual(gone('loop.py', `${'long'.repeat(100)}.py`, 'nul\0.py'), []);
  });
});
