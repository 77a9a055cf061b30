import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, git } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { createDemoBaseline } from '../support/project/demo-baseline.js';
import { createDemoProject } from '../support/project/demo-project.js';
import { Workbench } from './support/workbench.js';

const REPOSITORY = join(__dirname, '..', '..', '..');
const PICTURES = process.env['MYPY_RATCHET_PICTURES'] ?? join(REPOSITORY, 'out', 'pictures');

describe('a workspace that nobody trusts', function () {
  this.timeout(300_000);
  let folder: TemporaryFolder;
  /** Where whatever is run leaves its name. */
  let traces: TemporaryFolder;
  let workbench: Workbench;

  before(async () => {
    folder = await TemporaryFolder.create('a gift');
    traces = await TemporaryFolder.create('traces');
    await createDemoProject(folder);
    await setTraps(folder, traces);
    // That ran all of it, as it does for whoever wrote it.
    for (const name of await traces.list()) await traces.delete(name);
    workbench = await Workbench.open({ folder: folder.path, asksForTrust: true });
  });
  after(async () => {
    await workbench.close();
    await folder.remove();
    await traces.remove();
  });

  it('shows the committed baseline, and runs nothing', async () => {
    await workbench.page.getByRole('button', { name: /^No/ }).click();
    await workbench.openContainer('Mypy Ratchet');
    await workbench.rows('Manage Workspace Trust').first().waitFor();
    await workbench.message('This workspace is not trusted').waitFor();
    await workbench.expand('Missing type annotations');
    await workbench.expand('no-untyped-def');
    await workbench.expand('models.py');
    await workbench.screenshot(join(PICTURES, 'untrusted.png'));
    await workbench.rows('Function is missing a type annotation').first().click();
    await workbench.page.locator('.tab.active', { hasText: 'models.py' }).waitFor();
    assert.deepEqual(await traces.list(), []);
  });

  it('is checked as soon as it is trusted', async () => {
    await workbench.rows('Manage Workspace Trust').first().click();
    await workbench.page.getByRole('button', { name: 'Trust', exact: true }).click();
    await workbench.page.getByText('No Python interpreter with mypy was found').waitFor();
    assert.equal(await workbench.message('This workspace is not trusted').count(), 0);
    const ran = await traces.list();
    assert.ok(ran.includes('python') && !ran.includes('plugin'), ran.join(', '));
  });

  it('gets its mypy when a person agrees, and is checked by itself', async () => {
    // Not the view's button: in newer versions of VS Code the page about trust lies over it.
    await workbench.run('Mypy Ratchet: Install mypy Into This Environment…');
    await workbench.page
      .locator('.monaco-dialog-box', { hasText: '-m pip install mypy' })
      .waitFor();
    await workbench.screenshot(join(PICTURES, 'install.png'));
    await workbench.page.getByRole('button', { name: 'Install', exact: true }).click();
    await workbench.status('mypy 0 new').waitFor();
    assert.match(await traces.read('pip'), /^-m pip install mypy==\d+\.\d+\.\d+$/m);
    assert.ok((await traces.list()).includes('plugin'));
  });
});

/** Lets interpreter, mypy's plugin and git each leave a trace when they are run. */
async function setTraps(folder: TemporaryFolder, traces: TemporaryFolder): Promise<void> {
  const trace = (name: string) => JSON.stringify(traces.at(name));
  await folder.writeAll({
    'mypy.ini': '[mypy]\nstrict = True\nwarn_unreachable = True\nplugins = plugin.py\n',
    'plugin.py': `open(${trace('plugin')}, 'w').close()\nfrom mypy.plugin import Plugin\n\n\ndef plugin(version: str) -> type[Plugin]:\n    return Plugin\n`,
    '.venv/bin/python': fakePython(trace, interpreterOf('newest')),
    '.venv/pyvenv.cfg': '',
    '.vscode/settings.json': '{ "mypyRatchet.interpreter": ".venv/bin/python" }\n',
    'fsmonitor.sh': `#!/bin/sh\ntouch ${trace('git')}\n`,
  });
  for (const program of ['.venv/bin/python', 'fsmonitor.sh'])
    await chmod(folder.at(program), 0o755);
  createDemoBaseline(folder);
  await commitAll(folder.path, 'a gift');
  await git(folder.path, 'config', 'core.fsmonitor', folder.at('fsmonitor.sh'));
}

/** Has no mypy until pip was asked for it. Without `site` Python knows no packages. */
function fakePython(trace: (name: string) => string, python: string): string {
  return [
    '#!/bin/sh',
    `touch ${trace('python')}`,
    'case "$*" in',
    `  "-m pip install "*) echo "$*" > ${trace('pip')}; exit 0 ;;`,
    'esac',
    `if [ -e ${trace('pip')} ]; then exec ${python} "$@"; fi`,
    `exec ${python} -S "$@"`,
    '',
  ].join('\n');
}
