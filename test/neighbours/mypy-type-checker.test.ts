import assert from 'node:assert/strict';
import { linkEnvironment, NeighbourSession, OUR_LOG } from './neighbour-session.js';

const QUESTION = "Mypy Type Checker shows mypy's errors too";
const ERROR = 'Function is missing a type annotation';
const EXTENSIONS = [
  'ms-python.python',
  'ms-python.vscode-python-envs',
  'ms-python.mypy-type-checker',
];

describe('beside Python, Python Environments and Mypy Type Checker', function () {
  this.timeout(300_000);
  let session: NeighbourSession;

  before(async function () {
    const opened = await NeighbourSession.open(EXTENSIONS, linkEnvironment);
    if (opened === undefined) return this.skip();
    session = opened;
  });
  after(() => session?.close());
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.screenshot('type-checker-failed');
  });

  it('takes the Python that is chosen there', async () => {
    const logs = await session.workbench.logs(OUR_LOG);
    // Python Environments knows nothing yet where the window has just opened on a busy machine.
    assert.match(logs.join(''), /\.venv\/bin\/python, from the Python (Environments )?extension's/);
  });

  it('asks once it shows an error too, and silences it', async () => {
    assert.equal(await session.isAsked(QUESTION), false);
    await session.workbench.openFile('models.py');
    await session.untilListed(ERROR, 2);
    await session.workbench.answerNotification(QUESTION, 'Mypy Ratchet');
    await session.untilListed(ERROR, 1);
    await session.untilListed('mypy-baseline', 4);
    assert.deepEqual(await session.settings(), { 'mypy-type-checker.ignorePatterns': ['**'] });
  });

  it('leaves the errors to it, and keeps the view', async () => {
    await session.reload({});
    await session.workbench.openFile('models.py');
    await session.untilListed(ERROR, 2);
    await session.screenshot('type-checker-question');
    await session.workbench.answerNotification(QUESTION, 'Mypy Type Checker');
    await session.untilListed('mypy-baseline', 0);
    await session.untilListed(ERROR, 1);
    await session.workbench.rows('Missing type annotations').waitFor();
    assert.deepEqual(await session.settings(), { 'mypyRatchet.diagnostics': 'none' });
  });

  it('takes over its settings when a person asks for it', async () => {
    const theirs = {
      'mypy-type-checker.args': ['--warn-unreachable', '--config-file', 'mypy.ini'],
      'mypy-type-checker.ignorePatterns': ['**'],
    };
    await session.reload(theirs);
    await session.workbench.run('Mypy Ratchet: Import Settings From Other mypy Extensions…');
    const rows = session.workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'mypyRatchet.args' }).waitFor();
    await session.screenshot('type-checker-import');
    await session.workbench.page.keyboard.press('Enter');
    await session.workbench.notification('2 settings imported');
    assert.deepEqual(await session.settings(), {
      ...theirs,
      'mypyRatchet.args': ['--warn-unreachable'],
      'mypyRatchet.configFile': 'mypy.ini',
    });
    await session.workbench.status(/0 new/).waitFor();
  });
});
