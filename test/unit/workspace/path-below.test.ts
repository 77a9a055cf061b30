import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { pathBelow } from '../../../src/workspace/path-below.js';

const FOLDER = resolve('/work', 'project');
const NAME = fc
  .stringMatching(/^[\w. -]+$/)
  .filter((name) => name !== '.' && name !== '..' && !/[. ]$/.test(name));

describe('a path below a folder', () => {
  it('is the rest of it, whatever its names begin with', () => {
    fc.assert(
      fc.property(fc.array(NAME, { minLength: 1, maxLength: 4 }), (names) => {
        assert.equal(pathBelow(FOLDER, join(FOLDER, ...names)), names.join('/'));
      }),
    );
    assert.equal(pathBelow(FOLDER, join(FOLDER, '..foo.py')), '..foo.py');
    assert.equal(pathBelow(FOLDER, join(FOLDER, '...', 'a.py')), '.../a.py');
  });

  it('is empty for the folder, and nothing for what is beside or above it', () => {
    assert.equal(pathBelow(FOLDER, FOLDER), '');
    for (const path of ['..', '../other', '../project2/a.py', '../..foo.py']) {
      assert.equal(pathBelow(FOLDER, resolve(FOLDER, path)), undefined, path);
    }
  });
});
