import assert from 'node:assert/strict';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../../support/git/repository.js';
import type { CheckedFile } from '../../support/truth/found-error.js';
import { labelErrors } from '../../support/truth/label-errors.js';
import { HUNK_DIFF, parseHunks } from '../../support/truth/parse-hunks.js';

/** A tree, by path: each line is its text, and after a `|` the errors on it as `code message`. */
type Tree = Readonly<Record<string, readonly string[]>>;

const FILLER = ['import os', 'import sys', 'import re', 'import abc', 'import ast', 'import csv'];

describe('labelErrors', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });

  afterEach(() => folder.remove());

  /** The letters of the later tree, by path, with git's own diff between the two. */
  async function label(before: Tree, after: Tree): Promise<Readonly<Record<string, string>>> {
    await folder.writeAll(textsOf(before));
    await createRepository(folder.path);
    for (const path of Object.keys(before)) await folder.delete(path);
    await folder.writeAll(textsOf(after));
    await commitAll(folder.path, 'second');
    const changes = parseHunks(await git(folder.path, ...HUNK_DIFF, 'HEAD~1', 'HEAD'));
    const labels = labelErrors({ before: checked(before), after: checked(after), changes });
    return Object.fromEntries([...labels].map(([path, letters]) => [path, letters.join('')]));
  }

  it('P: the line was not touched, wherever it is now', async () => {
    const labels = await label(
      { 'a.py': ['x = f()|arg-type bad', ...FILLER, 'y = g()|attr-defined none'] },
      { 'a.py': ['import io', 'x = f()|arg-type bad', ...FILLER, 'y = g()|attr-defined none'] },
    );
    assert.deepEqual(labels, { 'a.py': 'PP' });
  });

  it('P: the message changed because another file did', async () => {
    const labels = await label(
      { 'a.py': ['x = f()|arg-type has int'], 'b.py': ['def f(): ...'] },
      { 'a.py': ['x = f()|arg-type has str'], 'b.py': ['def f(a): ...'] },
    );
    assert.deepEqual(labels, { 'a.py': 'P' });
  });

  it('N: the line was not touched and had no such error', async () => {
    const labels = await label(
      { 'a.py': ['x = f()|arg-type bad', 'y = x'], 'b.py': ['z = 1'] },
      { 'a.py': ['x = f()|misc bad', 'y = x|arg-type bad'], 'b.py': ['z = 2'] },
    );
    assert.deepEqual(labels, { 'a.py': 'NN' });
  });

  it('N: one more error on an untouched line, when it is clear which', async () => {
    const labels = await label(
      { 'a.py': ['x = f(1, 2)|arg-type first'] },
      { 'a.py': ['x = f(1, 2)|arg-type first|arg-type second'], 'b.py': ['z = 2'] },
    );
    assert.deepEqual(labels, { 'a.py': 'PN' });
  });

  it('X: one more error on an untouched line, when all are reworded', async () => {
    const labels = await label(
      { 'a.py': ['x = f(1, 2)|arg-type first'] },
      { 'a.py': ['x = f(1, 2)|arg-type third|arg-type second'], 'b.py': ['z = 2'] },
    );
    assert.deepEqual(labels, { 'a.py': 'XX' });
  });

  it('M: the line was indented, or moved to another place or file', async () => {
    const labels = await label(
      {
        'a.py': ['x = f()|arg-type bad', ...FILLER, 'y = g()|misc odd', 'z = h()|call no'],
        'b.py': ['pass'],
      },
      {
        'a.py': ['y = g()|misc odd', 'if os:', '    x = f()|arg-type bad', ...FILLER],
        'b.py': ['pass', 'z = h()|call no'],
      },
    );
    assert.deepEqual(labels, { 'a.py': 'MM', 'b.py': 'M' });
  });

  it('M: the file was renamed', async () => {
    const labels = await label(
      { 'a.py': [...FILLER, 'x = f()|arg-type bad', 'y = x'] },
      { 'new/a.py': [...FILLER, 'x = f()|arg-type bad', 'y = x|misc odd'] },
    );
    assert.deepEqual(labels, { 'new/a.py': 'MN' });
  });

  it('X: more lines that say the same came than went', async () => {
    const labels = await label(
      { 'a.py': ['x = f()|arg-type bad', ...FILLER] },
      {
        'a.py': [
          'if os:',
          '    x = f()|arg-type bad',
          'else:',
          '    x = f()|arg-type bad',
          ...FILLER,
        ],
      },
    );
    assert.deepEqual(labels, { 'a.py': 'MX' });
  });

  it('a line that moved within its file is found before a copy in another', async () => {
    const labels = await label(
      { 'a.py': ['pass'], 'b.py': ['x = f()|arg-type bad', ...FILLER] },
      { 'a.py': ['x = f()|arg-type bad'], 'b.py': [...FILLER, 'x = f()|arg-type bad'] },
    );
    assert.deepEqual(labels, { 'a.py': 'X', 'b.py': 'M' });
  });

  it('E: the line was edited where an error of the same code was', async () => {
    const labels = await label(
      { 'a.py': ['x = f(1)|arg-type bad', ...FILLER] },
      { 'a.py': ['x = f(2)|arg-type worse|misc odd', ...FILLER] },
    );
    assert.deepEqual(labels, { 'a.py': 'EN' });
  });

  it('N: lines that were added, and files', async () => {
    const labels = await label(
      { 'a.py': [...FILLER, 'x = f()|arg-type bad'] },
      { 'a.py': [...FILLER, 'x = f()|arg-type bad', 'y = x|arg-type bad'], 'b.py': ['1|misc odd'] },
    );
    assert.deepEqual(labels, { 'a.py': 'PN', 'b.py': 'N' });
  });

  it('reads lines that look like the heads of a diff', async () => {
    const labels = await label(
      { 'a b.py': ['-- a/x|misc odd', '@@ -9 +9 @@', ...FILLER, 'x = f()|arg-type bad'] },
      { 'a b.py': ['++ b/y|misc odd', 'diff --git a b', ...FILLER, 'x = f()|arg-type bad'] },
    );
    assert.deepEqual(labels, { 'a b.py': 'EP' });
  });
});

function textsOf(tree: Tree): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tree).map(([path, lines]) => [
      path,
      lines.map((line) => `${line.split('|')[0]}\n`).join(''),
    ]),
  );
}

/** As a corpus has it: without the files that have no error. */
function checked(tree: Tree): ReadonlyMap<string, CheckedFile> {
  const files = Object.entries(tree).map(([path, lines]) => [path, checkedFile(lines)] as const);
  return new Map(files.filter(([, { errors }]) => errors.length > 0));
}

function checkedFile(marked: readonly string[]): CheckedFile {
  const parts = marked.map((line) => line.split('|'));
  const errors = parts.flatMap(([, ...found], index) =>
    found.map((error) => {
      const [code = '', ...words] = error.split(' ');
      return { line: index + 1, code, message: words.join(' ') };
    }),
  );
  return { lines: parts.map(([text = '']) => text), errors };
}
