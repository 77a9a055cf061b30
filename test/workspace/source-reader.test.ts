import assert from 'node:assert/strict';
import type { MypyError } from '../../src/core/error/mypy-error.js';
import { SourceReader } from '../../src/workspace/source/source-reader.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';

function errorAt(line: number, column: number, endLine = line, endColumn = column): MypyError {
  return {
    path: 'shop.py',
    start: { line, column },
    end: { line: endLine, column: endColumn },
    code: 'misc',
    message: 'wrong',
    notes: [],
  };
}

describe('reading the source around an error', () => {
  let folder: TemporaryFolder;
  let reader: SourceReader;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('söurce #1');
    reader = new SourceReader();
  });
  afterEach(() => folder.remove());

  async function locate(error: MypyError) {
    const [located] = await reader.locate(folder.path, [error], '1.19.1');
    assert.ok(located);
    return located;
  }

  function range(line: number, from: number, to: number) {
    return { startLine: line, startCharacter: from, endLine: line, endCharacter: to };
  }

  it('gives scope and text', async () => {
    await folder.write('shop.py', 'def add(x):\n\n    y = x  # sum\n\n    return y\n');
    const located = await locate(errorAt(3, 9, 3, 9));
    assert.equal(located.scope, 'add');
    assert.equal(located.text, 'y = x  # sum');
    assert.deepEqual(located.range, range(2, 8, 9));
  });

  it('counts UTF-16 where mypy counts UTF-8 bytes', async () => {
    await folder.write('shop.py', 'f("é" + "日本🎉", 1)\n');
    const bytes = Buffer.byteLength('f("é" + "日本🎉", ') + 1;
    assert.deepEqual((await locate(errorAt(1, bytes, 1, bytes))).range, range(0, 16, 17));
  });

  it('underlines the name of a function, not its body', async () => {
    await folder.write('shop.py', 'class A:\n    async def add(self):\n        return 1\n');
    assert.deepEqual((await locate(errorAt(2, 5, 3, 16))).range, range(1, 14, 17));
  });

  it('stays on the first line of a longer expression', async () => {
    await folder.write('shop.py', 'x = add(\n    1,\n)\n');
    assert.deepEqual((await locate(errorAt(1, 5, 3, 1))).range, range(0, 4, 8));
  });

  it('underlines the whole line where mypy gives no column', async () => {
    await folder.write('shop.py', 'if x:\n    y = 1  \n');
    assert.deepEqual((await locate(errorAt(2, 0))).range, range(1, 4, 9));
  });

  it('puts an error about the whole file at its top', async () => {
    await folder.write('shop.py', 'x = 1\n');
    const located = await locate(errorAt(0, 0));
    assert.deepEqual(located.range, range(0, 0, 0));
    assert.equal(located.text, '');
  });

  it('understands CRLF', async () => {
    await folder.write('shop.py', 'x = 1\r\ny = 2\r\n');
    const located = await locate(errorAt(2, 1, 2, 5));
    assert.equal(located.text, 'y = 2');
    assert.deepEqual(located.range, range(1, 0, 5));
  });

  it('sees a change, and shows an error of a file that is gone', async () => {
    await folder.write('shop.py', 'x = 1\n');
    assert.equal((await locate(errorAt(1, 1))).text, 'x = 1');
    await folder.write('shop.py', 'y = 2\n');
    assert.equal((await locate(errorAt(1, 1))).text, 'y = 2');
    await folder.delete('shop.py');
    const located = await locate(errorAt(1, 1));
    assert.equal(located.text, '');
    assert.equal(located.range.startLine, 0);
  });

  it('takes over what it foresaw, and only that', async () => {
    await folder.writeAll({ 'shop.py': 'x = 1\n', 'other.py': 'z = 1\n' });
    const other = { ...errorAt(1, 1), path: 'other.py' };
    const locateBoth = () => reader.locate(folder.path, [errorAt(1, 1), other], '1.19.1');
    const [edited, kept] = await locateBoth();
    await folder.write('other.py', 'z = 22\n');
    await reader.foresee(folder.path);
    const [anew, again] = await locateBoth();
    assert.equal(again, kept);
    assert.equal(edited?.text, 'z = 1');
    assert.equal(anew?.text, 'z = 22');
  });

  it('does not foresee the text of a file that is gone, though mypy says the same', async () => {
    await folder.writeAll({ 'shop.py': 'x = 1\n', 'other.py': 'z = 1\n' });
    const errors = [errorAt(1, 1), { ...errorAt(1, 1), path: 'other.py' }];
    const locateTexts = async () => {
      await reader.foresee(folder.path);
      return (await reader.locate(folder.path, errors, '1.19.1')).map(({ text }) => text);
    };
    assert.deepEqual(await locateTexts(), ['z = 1', 'x = 1']);
    await folder.delete('other.py');
    assert.deepEqual(await locateTexts(), ['', 'x = 1']);
    assert.deepEqual(await locateTexts(), ['', 'x = 1']);
  });

  it('gives the very same list where nothing changed at all', async () => {
    await folder.writeAll({ 'shop.py': 'x = 1\n', 'other.py': 'z = 1\n' });
    const errors = [errorAt(1, 1), { ...errorAt(1, 1), path: 'other.py' }];
    const locateAll = () => reader.locate(folder.path, errors, '1.19.1');
    const first = await locateAll();
    await reader.foresee(folder.path);
    assert.equal(await locateAll(), first);
    await folder.write('other.py', 'z = 22\n');
    await reader.foresee(folder.path);
    assert.deepEqual(
      (await locateAll()).map(({ text }) => text),
      ['z = 22', 'x = 1'],
    );
  });

  it('reads a file again of which mypy says something else than foreseen', async () => {
    await folder.write('shop.py', 'x = 1\n');
    await locate(errorAt(1, 1));
    await reader.foresee(folder.path);
    await folder.write('shop.py', '\nx = 22\n');
    assert.equal((await locate(errorAt(2, 1))).text, 'x = 22');
  });

  it('locates notes in their own file', async () => {
    await folder.writeAll({ 'shop.py': 'add(1)\n', 'other.py': '\ndef add(): ...\n' });
    const note = { path: 'other.py', start: { line: 2, column: 1 }, message: '"add" defined here' };
    const located = await locate({ ...errorAt(1, 1), notes: [note] });
    assert.deepEqual(located.notes[0]?.range, range(1, 0, 3));
  });
});
