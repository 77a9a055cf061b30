import assert from 'node:assert/strict';
import { join } from 'node:path';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { ACCEPTED, createBranchProject } from '../support/project/branch-project.js';
import { Workbench } from './support/workbench.js';

const REPOSITORY = join(__dirname, '..', '..', '..');
const PICTURES = process.env['MYPY_RATCHET_PICTURES'] ?? join(REPOSITORY, 'out', 'pictures');

describe('a reviewer in VS Code', function () {
  this.timeout(300_000);
  let folder: TemporaryFolder;
  let workbench: Workbench;

  before(async () => {
    folder = await TemporaryFolder.create('shöp #1');
    await createBranchProject(folder);
    const settings = {
      'mypyRatchet.interpreter': interpreterOf('newest'),
      'mypyRatchet.explorerDecorations': 'new',
    };
    workbench = await Workbench.open({ folder: folder.path, settings });
    await workbench.openContainer('Mypy Ratchet');
  });
  after(async () => {
    await workbench.close();
    await folder.remove();
  });

  it('compares the branch with where it began', async () => {
    await workbench.rows('Missing type annotations').filter({ hasText: '−1' }).first().waitFor();
    await workbench.run('Mypy Ratchet: Compare With…');
    const picked = workbench.page.locator('.quick-input-list .monaco-list-row.focused');
    await picked.filter({ hasText: 'Where This Branch Began' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    for (const title of ['Introduces', 'Accepts', 'Fixes', 'Moves or edits']) {
      await workbench.rows(title).waitFor();
    }
    await workbench.page
      .locator('.sidebar .pane-header', { hasText: 'against main' })
      .first()
      .waitFor();
  });

  it('says what broke a file that the branch did not touch, and who accepted what', async () => {
    await workbench.run('Mypy Ratchet: Group Branch by File');
    await workbench.expand('services.py');
    await workbench.rows('By your change to models.py').waitFor();
    await workbench.expand('extra.py');
    await workbench.rows(ACCEPTED.reason).filter({ hasText: ACCEPTED.author }).waitFor();
    await workbench.screenshotSidebar(join(PICTURES, 'branch.png'));
  });

  it('opens the change that broke it beside what the base had', async () => {
    await workbench.rows('By your change to models.py').click();
    const title = workbench.page.locator('.tab.active', {
      hasText: 'models.py (main ↔ Working Tree)',
    });
    await title.waitFor();
    const side = (name: string) =>
      workbench.page.locator(`.monaco-diff-editor .editor.${name} .view-line`);
    await side('original').filter({ hasText: 'self.name = name' }).first().waitFor();
    await side('modified').filter({ hasText: 'name.encode()' }).first().waitFor();
  });

  it('has the new error beside the file in the Explorer, and mypy in the language status', async () => {
    await workbench.page.keyboard.press('ControlOrMeta+Shift+KeyE');
    await workbench.page
      .locator('.explorer-folders-view [aria-label*="1 new type error, 3 type errors in all"]')
      .waitFor();
    await workbench.openFile('services.py');
    await workbench.page
      .locator('[id="status.languageStatus"][aria-label*="prewarmed"][aria-label*=" in "]')
      .waitFor();
  });

  it('compares the same after a reload, in German where VS Code speaks it', async () => {
    await workbench.speak('de');
    await workbench.openContainer('Mypy Ratchet');
    await workbench.message('5 Fehler').waitFor();
    for (const text of ['Inkompatible Typen', 'Neu']) await workbench.rows(text).first().waitFor();
    await workbench.expand('services.py');
    await workbench.rows('Durch Änderung an models.py').waitFor();
    await workbench.run('Mypy Ratchet: Bericht öffnen');
    await workbench
      .webview()
      .getByRole('heading', { name: 'Die Typschulden sind gewachsen' })
      .waitFor();
    await workbench.screenshot(join(PICTURES, 'german.png'));
  });

  it('goes back to the commit that is checked out', async () => {
    await workbench.run('Mypy Ratchet: Vergleich beenden');
    await workbench.page
      .locator('.sidebar .welcome-view', { hasText: 'Was fügt dieser Branch' })
      .waitFor();
    await workbench.rows('Durch Änderung an models.py').waitFor({ state: 'detached' });
    assert.equal(
      await workbench.page.locator('.sidebar', { hasText: 'gegenüber main' }).count(),
      0,
    );
  });
});
