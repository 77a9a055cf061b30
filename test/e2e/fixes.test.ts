import assert from 'node:assert/strict';
import { join } from 'node:path';
import { REPOSITORY } from '../support/files/repository.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { createRepository, git } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { Workbench } from './support/workbench.js';

const PICTURES = process.env['MYPY_RATCHET_PICTURES'] ?? join(REPOSITORY, 'out', 'pictures');

const FILES = {
  'mypy.ini': '[mypy]\nstrict = True\n',
  'shop/__init__.py': '',
  'shop/stock.py': [
    'def load():',
    '    print("loading")',
    '',
    '',
    'class Shelf:',
    '    def clear(self):',
    '        self.items = {}',
    '',
    '    def close(self):',
    '        print("closed")',
    '',
  ].join('\n'),
  'shop/till.py': ['def open_till():', '    print("open")', '', '', 'x: int = "1"', ''].join('\n'),
};

/** More than VS Code keeps open where no editor shows them. */
const PARTS = 60;

function listParts(): Readonly<Record<string, string>> {
  const paths = Array.from({ length: PARTS }, (_, index) => `shop/zone/part_${index}.py`);
  return Object.fromEntries(paths.map((path) => [path, 'def run():\n    print("part")\n']));
}

describe('clearing errors in VS Code', function () {
  this.timeout(300_000);
  let folder: TemporaryFolder;
  let workbench: Workbench;

  before(async () => {
    folder = await TemporaryFolder.create('shop');
    await folder.writeAll({ ...FILES, ...listParts() });
    await createRepository(folder.path);
    const settings = { 'mypyRatchet.interpreter': interpreterOf('newest') };
    workbench = await Workbench.open({ folder: folder.path, settings });
    await workbench.openContainer('Mypy Ratchet');
    await workbench.rows('Missing type annotations').waitFor();
  });
  after(async () => {
    await workbench.close();
    await folder.remove();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await workbench.screenshot(join(PICTURES, `failed-${this.currentTest.title}.png`));
  });

  it('one by a quick fix', async () => {
    await workbench.openFile('till.py');
    // A file that opens takes the keyboard only then, and a key that comes too early is lost.
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await workbench.goToLine(5);
    await workbench.page.keyboard.press('End');
    await workbench.openQuickFixes();
    await workbench.quickFix('Add "# type: ignore[assignment]"').click();
    await workbench.save();
    await workbench.rows('Incompatible types').waitFor({ state: 'detached' });
    assert.match(
      await folder.read('shop/till.py'),
      /^x: int = "1" {2}# type: ignore\[assignment\]$/m,
    );
  });

  it('many from a row of the tree, which mypy proves first', async () => {
    await workbench.chooseFromMenu('Missing type annotations', 'Fix Errors…');
    const choice = workbench.page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'Add "-> None"',
    });
    await choice.waitFor();
    await choice.click();
    const dialogue = workbench.page.locator('.monaco-dialog-box');
    await dialogue.filter({ hasText: `Make ${PARTS + 3} fixes in ${PARTS + 2} files?` }).waitFor();
    await dialogue.filter({ hasText: 'Need type annotation for "items"' }).waitFor();
    await workbench.screenshot(join(PICTURES, 'fix-proof.png'));
    await dialogue.getByRole('button', { name: 'Preview' }).click();
  });

  it('shows each change before it is made, and says what came of it', async () => {
    const preview = workbench.page.locator('.bulk-edit-panel');
    const change = preview.locator('.monaco-list-row', { hasText: 'def open_till() -> None:' });
    await change.waitFor();
    await workbench.screenshot(join(PICTURES, 'fix-preview.png'));
    // The person does not want this one.
    await change.locator('input, .monaco-custom-toggle').first().click();
    await preview.getByRole('button', { name: 'Apply' }).click();
    await workbench.rows('Missing type annotations').filter({ hasText: '2' }).waitFor();
    const verdict = `${PARTS + 2} errors are gone and none is new.`;
    await workbench.notification(verdict);
    const stock = await folder.read('shop/stock.py');
    assert.match(stock, /^def load\(\) -> None:$/m);
    assert.match(stock, /^ {4}def close\(self\) -> None:$/m);
    assert.match(stock, /^ {4}def clear\(self\):$/m);
    assert.match(await folder.read('shop/till.py'), /^def open_till\(\):$/m);
  });

  it('takes it all back', async () => {
    const verdict = await workbench.notification(`${PARTS + 2} errors are gone`);
    await verdict.getByRole('button', { name: 'Undo' }).click();
    const all = `${PARTS + 4}`;
    await workbench.rows('Missing type annotations').filter({ hasText: all }).waitFor();
    assert.equal(await folder.read('shop/stock.py'), FILES['shop/stock.py']);
    const changed = await git(folder.path, 'diff', '--name-only');
    assert.equal(changed, 'shop/till.py', 'but the one that was fixed by itself');
  });
});
