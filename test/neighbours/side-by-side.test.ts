import { BREAKING_EDIT } from '../support/project/demo-project.js';
import { linkEnvironment, NeighbourSession } from './neighbour-session.js';

const EXTENSIONS = [
  'ms-python.python',
  'charliermarsh.ruff',
  'detachhead.basedpyright',
  'usernamehw.errorlens',
];

describe('beside ruff, basedpyright and Error Lens', function () {
  this.timeout(300_000);
  let session: NeighbourSession;

  before(async function () {
    const opened = await NeighbourSession.open(EXTENSIONS, linkEnvironment);
    if (opened === undefined) return this.skip();
    session = opened;
  });
  after(() => session?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.screenshot('side-by-side-failed');
  });

  it('shows each error of mypy once, and theirs', async () => {
    const { workbench, folder } = session;
    await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    await workbench.status('+1').waitFor();
    await workbench.openFile('services.py');
    await session.untilListed(/Unsupported operand types.*mypy/, 1);
    await (await workbench.problems('Ruff')).first().waitFor();
    await (await workbench.problems('basedpyright')).first().waitFor();
    await session.screenshot('side-by-side');
  });

  it('offers quick fixes of ours beside theirs', async () => {
    const { workbench } = session;
    await workbench.goToLine(8);
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Shift+End');
    await workbench.openQuickFixes();
    await workbench.quickFix(/type: ignore\[assignment\]/).waitFor();
    await workbench.quickFix(/Ruff/).waitFor();
    await session.screenshot('side-by-side-fixes');
    await workbench.page.keyboard.press('Escape');
  });

  it('says why an error is new beside what they say', async () => {
    const { workbench } = session;
    // The pointer stays where it is: a hover that a key opens goes when the list of commands does.
    const line = workbench.page.locator('.view-line', { hasText: 'user.name' }).first();
    await line
      .locator('span', { hasText: /^name$/ })
      .last()
      .hover();
    const hover = workbench.page.locator('.monaco-hover-content');
    await hover.getByText('basedpyright').first().waitFor();
    await hover.getByText('Unsupported operand types').first().waitFor();
    await hover.getByText('no entry of the baseline is left for it').waitFor();
    await session.screenshot('side-by-side-hover');
  });
});
