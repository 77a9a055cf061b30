import assert from 'node:assert/strict';
import { toProjectPath } from '../../../../src/core/output/project-path.js';

describe('toProjectPath', () => {
  const cases = [
    ['a.py', '/w', 'a.py'],
    ['./a/./b.py', '/w', 'a/b.py'],
    ['/w/a/b.py', '/w', 'a/b.py'],
    ['/w/a.py', '/w/', 'a.py'],
    ['/wide/a.py', '/w', '/wide/a.py'],
    ['../x/a.py', '/w/r', '/w/x/a.py'],
    ['a/../b.py', '/w', 'b.py'],
    ['/a.py', '/', 'a.py'],
    ['odd\\name.py', '/w', 'odd\\name.py'],
    ['a\\b.py', 'C:\\w', 'a/b.py'],
    ['c:\\W\\a.py', 'C:\\w', 'a.py'],
    ['C:/w/a.py', 'c:/w', 'a.py'],
    ['D:\\w\\a.py', 'C:\\w', 'D:/w/a.py'],
    ['..\\x.py', 'C:\\w\\r', 'C:/w/x.py'],
    ['\\\\server\\share\\w\\a.py', '\\\\server\\share\\w', 'a.py'],
    ['\\\\server\\other\\a.py', '\\\\server\\share\\w', '//server/other/a.py'],
  ] as const;
  for (const [path, root, expected] of cases) {
    it(`makes ${path} in ${root} ${expected}`, () => {
      assert.equal(toProjectPath(path, root), expected);
    });
  }
});
