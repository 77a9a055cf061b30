import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '../support/files/repository.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, git } from '../support/git/repository.js';
import { until } from '../support/mypy/processes.js';
import { commitWithHistory } from '../support/project/celery-history.js';
import { CELERY_EDIT, CELERY_FIX, createCeleryProject } from '../support/project/celery-project.js';
import { Film } from './support/film.js';
import { THEMES } from './support/theme.js';
import { Workbench } from './support/workbench.js';

/** `npm run pictures` takes the README's pictures with the same steps. */
const PICTURES = process.env['MYPY_RATCHET_PICTURES'] ?? join(REPOSITORY, 'out', 'pictures');

describe('a developer on celery, in VS Code, with the packaged extension', function () {
  this.timeout(300_000);
  let folder: TemporaryFolder;
  let workbench: Workbench;
  let film: Film;

  before(async () => {
    folder = await TemporaryFolder.create('celery');
    await createCeleryProject(folder);
    workbench = await Workbench.open({ folder: folder.path });
    film = new Film(workbench, process.env['MYPY_RATCHET_FILM']);
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
    await workbench.webview().getByText('mypy 2.4.1').waitFor();
    await workbench.screenshot(join(PICTURES, 'get-started.png'));
  });

  it('creates it, and nothing is new', async () => {
    await workbench.run('Mypy Ratchet: Create Baseline');
    await workbench.status(/0 new/).waitFor();
    await workbench.step('Create the Baseline: Completed').waitFor();
    const rows = (await folder.read('mypy-baseline.jsonl')).trimEnd().split('\n').length - 1;
    assert.ok(rows > 5_000, `${rows}`);
    await commitWithHistory(folder);
  });

  it('breaks a caller in another file: one new error in tree, status bar and Problems', async () => {
    await workbench.openFile(CELERY_EDIT.path);
    await workbench.goToLine(CELERY_EDIT.line);
    await film.take(1_300);
    await workbench.replaceLine(CELERY_EDIT.line, CELERY_EDIT.to);
    await film.take(1_000);
    await workbench.save();
    await workbench.status('+1').waitFor();
    await film.take(1_200);
    await workbench.expand('Calls and signatures');
    await workbench.expand('call-arg');
    await workbench.expand('schedules.py');
    await workbench.rows(CELERY_EDIT.message).waitFor();
    await workbench.screenshot(join(PICTURES, 'tree.png'));
    await film.take(2_000);
    await workbench.run('Mypy Ratchet: Focus on New Errors');
    await workbench.rows('Imports').waitFor({ state: 'hidden' });
    const problems = await workbench.problems(CELERY_EDIT.message);
    await problems.first().waitFor();
    await workbench.screenshot(join(PICTURES, 'problems.png'));
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
    await workbench.run('View: Hide Panel');
    await workbench.openFile(CELERY_EDIT.path);
    await workbench.replaceLine(CELERY_EDIT.line, CELERY_EDIT.from);
    await workbench.save();
    await workbench.status(/0 new/).waitFor();
    await film.take(1_200);
    assert.equal(await git(folder.path, 'status', '--porcelain'), '');
  });

  it('fixes a known error, and the count falls', async () => {
    await workbench.openFile(CELERY_FIX.path);
    await workbench.replaceLine(CELERY_FIX.line, CELERY_FIX.to);
    await film.take(1_000);
    await workbench.save();
    await workbench.message('−1').waitFor();
    // The rows are drawn a moment after the line above them.
    await workbench.rows('5,178').first().waitFor();
    await film.take(2_300);
    await workbench.replaceLine(CELERY_FIX.line, CELERY_FIX.from);
    await workbench.save();
    await until(async () => (await git(folder.path, 'status', '--porcelain')) === '');
  });

  it('groups the tree by folder, and filters it', async () => {
    await workbench.choose('Mypy Ratchet: Group Tree By…', 'Folder');
    await workbench.expand('celery');
    await workbench.rows('backends').waitFor();
    await workbench.answer('Mypy Ratchet: Filter Tree…', 'Filter the tree', 'schedules.py');
    await workbench.rows('backends').waitFor({ state: 'detached' });
    await workbench.rows('schedules.py').waitFor();
    await workbench.run('Mypy Ratchet: Clear Tree Filter');
    await workbench.rows('backends').waitFor();
    await workbench.choose('Mypy Ratchet: Group Tree By…', 'Category');
    await workbench.rows('Imports').waitFor();
  });

  it('reviews a branch: what it introduces and fixes, and what broke a file that it did not touch', async () => {
    await git(folder.path, 'checkout', '--quiet', '-b', 'feature');
    await folder.edit(CELERY_EDIT.path, CELERY_EDIT.from, CELERY_EDIT.to);
    await folder.edit(CELERY_FIX.path, CELERY_FIX.from, CELERY_FIX.to);
    await workbench.status('+1').waitFor();
    await commitAll(folder.path, 'change weekday');
    await workbench.run('Mypy Ratchet: Compare With…');
    const picked = workbench.page.locator('.quick-input-list .monaco-list-row.focused');
    await picked.filter({ hasText: 'Where This Branch Began' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.rows('Introduces').waitFor();
    await workbench.rows('Fixes').waitFor();
    await workbench.run('Mypy Ratchet: Group Branch by File');
    await workbench.expand('Introduces');
    await workbench.expand('schedules.py');
    await workbench.expand(CELERY_EDIT.message);
    await workbench.rows('By your change to time.py').waitFor();
  });

  it('shows a lead where the debt is, and when it will be gone', async () => {
    await workbench.run('View: Close All Editors');
    await workbench.run('Mypy Ratchet: Open Report');
    const report = workbench.webview();
    await report.locator('.plot path.forecast').waitFor();
    await report.getByText(/^From \d,\d{3} on /).waitFor({ state: 'attached' });
    for (const heading of ['Plan', 'New errors', 'Categories', 'Owners', 'Where to begin']) {
      await report.getByRole('heading', { name: heading }).waitFor();
    }
    for (const [name, theme] of Object.entries(THEMES)) {
      await workbench.useTheme(theme);
      await workbench.screenshot(join(PICTURES, `report-${name}.png`));
    }
    await workbench.useTheme(THEMES.light);
  });

  it('exports the plot as a picture', async () => {
    await workbench.choose('Mypy Ratchet: Export Report…', 'PNG');
    // VS Code's server build asks for the place in a box of its own.
    await workbench.page.getByRole('button', { name: 'OK', exact: true }).click();
    const written = await workbench.notification('type-debt.png written.');
    await written.getByText('Open', { exact: true }).click();
    await workbench.page.locator('.tab.active', { hasText: 'type-debt.png' }).waitFor();
    const file = await readFile(folder.at('type-debt.png'));
    assert.equal(file.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
    assert.ok(file.length > 20_000, `${file.length}`);
    await cp(folder.at('type-debt.png'), join(PICTURES, 'plot.png'));
  });
});
