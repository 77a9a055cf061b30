import assert from 'node:assert/strict';
import { chmod, stat } from 'node:fs/promises';
import { CliProject } from '../support/cli/cli-project.js';

const STOCK = [
  '#!/usr/bin/env python3',
  'def load():',
  '    print("é")',
  'class Shelf:',
  '    def clear(self):',
  '        self.items = {}',
  '    def close(self): print("closed")',
  '',
].join('\r\n');

const FILES = {
  'mypy.ini': '[mypy]\nstrict = True\n',
  'shop/__init__.py': '',
  'shop/stock.py': STOCK,
  'till.py': 'def open_till(by: int = None) -> None: print(by)\ndef shut():\n    print("x")\n',
};

describe('fix', () => {
  let project: CliProject;

  before(async () => {
    project = await CliProject.create(FILES);
  });
  after(() => project.remove());

  it('says what could be done, and does nothing', async () => {
    const { status, stdout } = await project.check(['fix']);
    assert.equal(status, 0);
    assert.match(stdout, /^return-none {2,}4 errors {2}Add "-> None"/m);
    assert.match(stdout, /^optional +1 error {2}Allow None/m);
    assert.match(stdout, /^ignore +5 errors {2}Silence/m);
    assert.equal(await project.git('status', '--porcelain'), '');
  });

  it('proves without changing a file, and names what it leaves out', async () => {
    const { status, stdout } = await project.check(['fix', 'return-none', '--dry-run']);
    assert.equal(status, 0);
    assert.deepEqual(stdout.trimEnd().split('\n').sort(), [
      '3 fixes in 2 files. By mypy 3 errors are gone with them, and none is new.',
      'left out: shop/stock.py:5: Add "-> None": shop/stock.py:6 would get a new error: Need type annotation for "items" (hint: "items: dict[<type>, <type>] = ...")',
      'shop/stock.py:2: Add "-> None"',
      'shop/stock.py:7: Add "-> None"',
      'till.py:2: Add "-> None"',
    ]);
    assert.equal(await project.git('status', '--porcelain'), '');
  });

  it('changes those places of a file only, and leaves the rest to the last byte', async () => {
    await chmod(project.folder.at('shop/stock.py'), 0o755);
    await project.git('add', '--all');
    const args = ['fix', 'return-none', '--path', 'shop/', '--code', 'no-untyped-def'];
    const { status, stdout } = await project.check(args);
    assert.equal(status, 0, stdout);
    assert.equal(
      await project.folder.read('shop/stock.py'),
      STOCK.replace('load():', 'load() -> None:').replace('close(self):', 'close(self) -> None:'),
    );
    assert.equal((await stat(project.folder.at('shop/stock.py'))).mode & 0o777, 0o755);
    assert.equal(await project.folder.read('till.py'), FILES['till.py']);
    const again = await project.check(args);
    assert.match(again.stdout, /^No fix makes its errors go away without new ones\.$/m);
  });

  it('silences what is left, when it is told to', async () => {
    assert.equal((await project.check(['fix', 'ignore'])).status, 0);
    const { stdout } = await project.check(['fix']);
    assert.equal(stdout, 'There is no fix for any of these errors.\n');
    assert.equal((await project.check(['update'])).status, 0);
    assert.deepEqual(await project.entries(), []);
  });

  it('fails on another kind, and where mypy could not look', async () => {
    const other = await project.check(['fix', 'everything']);
    assert.equal(other.status, 2);
    assert.match(other.stderr, /Kinds are return-none, optional,/);
    await project.folder.edit('till.py', 'def shut', 'def shut(');
    const { status, stderr } = await project.check(['fix', 'return-none']);
    assert.equal(status, 2);
    assert.match(stderr, /syntax error in till\.py/);
  });
});
