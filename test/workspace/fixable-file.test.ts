import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { planFixes } from '../../src/project/fix/plan-fixes.js';
import { readFixableFile } from '../../src/workspace/fix/fixable-file.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { locatedOn } from '../support/fix/located-errors.js';

describe('a file that can be fixed', () => {
  let folder: TemporaryFolder;

  before(async () => {
    folder = await TemporaryFolder.create();
  });
  after(() => folder.remove());

  const read = async (content: string | Uint8Array) => {
    await writeFile(folder.at('a.py'), content);
    return readFixableFile(folder.at('a.py'));
  };

  it('is read as it stands there, and as mypy counts its lines', async () => {
    const text = '\uFEFFx = "é"\r\ny = 1\r\n';
    const file = await read(text);
    assert.equal(file?.text, text);
    assert.deepEqual(file?.source.lines, ['x = "é"', 'y = 1', '']);
  });

  it('is none that UTF-8 would change', async () => {
    assert.equal(await read(Buffer.from([0x78, 0xe9, 0x0a])), undefined);
    const latin = Buffer.from('# coding: latin-1\nx = "\u00e9"\n', 'latin1');
    assert.equal(await read(latin), undefined);
    assert.equal(await read('# coding: latin-1\nx = "é"\n'), undefined);
    assert.equal(readFixableFile(folder.at('gone.py')), undefined);
  });

  it('is one whose encoding does not matter', async () => {
    assert.notEqual(await read('# coding: latin-1\nx = 1\n'), undefined);
  });

  it('is in the project', async () => {
    await folder.write('a.py', 'x = 1\n');
    const error = locatedOn('x = 1\n', 1);
    const inside = await planFixes(folder.path, [error], { hasUnions: true });
    assert.equal(inside.fixes.length, 1);
    const library = { ...error, path: folder.at('a.py') };
    const outside = await planFixes(folder.path, [library], { hasUnions: true });
    assert.deepEqual(outside.fixes, []);
  });
});
