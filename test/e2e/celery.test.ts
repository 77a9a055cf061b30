import assert from 'node:assert/strict';
import { join } from 'node:path';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, git } from '../support/git/repository.js';
import { CELERY_EDIT, createCeleryProject } from '../support/project/celery-project.js';
import { REPOSITORY } from '../support/server/language-client.js';
import { THEMES, Workbench } from './support/workbench.js';

/** `npm run pictures` takes the README's pictures with the same steps. */
const PICTURES = process.env['MYPY_RATCHET_PICTURES'] ?? join(REPOSITORY, 'out', 'pictures');

describe('a developer on celery, in VS Code, with the packaged extension', function () {
  this.timeout(300_000);
  let folder: TemporaryFolder;
  let workbench: Workbench;

  before(async () => {
    folder = await TemporaryFolder.create('celery');
    await createCeleryProject(folder);
    workbench = await Workbench.open({ folder: folder.path });
  });
  after(async () => {
    await workbench.close();
    await folder.remove();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(join(PICTURES, 'failed.png'));
    }
  });

  it('sees thousands of errors by category, and is offered a baseline', async () => {
    await workbench.openContainer('Mypy Ratchet');
    await workbench.rows('Missing type annotations').waitFor();
    await workbench.status(/no baseline/i).waitFor();
  });

  it('is led through the first steps, of which the first is done already', async () => {
    await workbench.run('Mypy Ratchet: Get Started');
    await workbench.step('Find mypy: Completed').waitFor();
    await workbench.step('Create the Baseline: Not completed').waitFor();
    await workbench.screenshot(join(PICTURES, 'get-started.png'));
  });

  it('creates it, and nothing is new', async () => {
    await workbench.run('Mypy Ratchet: Create Baseline');
    await workbench.status(/0 new/).waitFor();
    await workbench.step('Create the Baseline: Completed').waitFor();
    const rows = (await folder.read('mypy-baseline.jsonl')).trimEnd().split('\n').length - 1;
    assert.ok(rows > 5_000, `${rows}`);
    await commitAll(folder.path, 'baseline');
  });

  it('breaks a caller in another file: one new error in tree, status bar and Problems', async () => {
    await workbench.openFile(CELERY_EDIT.path);
    await workbench.replaceLine(CELERY_EDIT.line, CELERY_EDIT.to);
    await workbench.save();
    await workbench.status('+1').waitFor();
    await workbench.expand('Calls and signatures');
    await workbench.expand('call-arg');
    await workbench.expand('schedules.py');
    await workbench.rows(CELERY_EDIT.message).waitFor();
    await workbench.screenshot(join(PICTURES, 'tree.png'));
    await workbench.run('Mypy Ratchet: Focus on New Errors');
    await workbench.rows('Imports').waitFor({ state: 'hidden' });
    const problems = await workbench.problems(CELERY_EDIT.message);
    await problems.first().waitFor();
    await workbench.screenshot(join(PICTURES, 'problems.png'));
    await workbench.useTheme(THEMES.dark);
    await workbench.screenshot(join(PICTURES, 'problems-dark.png'));
    await workbench.useTheme(THEMES.light);
    await workbench.run('Mypy Ratchet: Show All Errors');
    await workbench.rows('Imports').waitFor();
  });

  it('goes to it, and is offered to accept it', async () => {
    await workbench.run('Mypy Ratchet: Go to Next New Error');
    await workbench.page.locator('.tab.active', { hasText: 'schedules.py' }).waitFor();
    await workbench.openQuickFixes();
    await workbench.quickFix(/Accept into the baseline/).waitFor();
    await workbench.screenshot(join(PICTURES, 'quick-fix.png'));
    await workbench.page.keyboard.press('Escape');
    assert.equal(await git(folder.path, 'status', '--porcelain', 'mypy-baseline.jsonl'), '');
  });

  it('fixes it, and nothing is new', async () => {
    await workbench.openFile(CELERY_EDIT.path);
    await workbench.replaceLine(CELERY_EDIT.line, CELERY_EDIT.from);
    await workbench.save();
    await workbench.status(/0 new/).waitFor();
    assert.equal(await git(folder.path, 'status', '--porcelain'), '');
  });
});
