import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { NeighbourSession } from './neighbour-session.js';

const QUESTION = "Mypy (Matan Gover) shows mypy's errors too";
const ERROR = 'Function is missing a type annotation';

describe('beside Mypy (matangover.mypy)', function () {
  this.timeout(300_000);
  let session: NeighbourSession;

  before(async function () {
    const opened = await NeighbourSession.open(['matangover.mypy'], async (folder) => {
      const python = interpreterOf('newest');
      await folder.write('.vscode/dmypy', `#!/bin/sh\nexec "${python}" -m mypy.dmypy "$@"\n`);
      await chmod(folder.at('.vscode/dmypy'), 0o755);
      return {
        'mypyRatchet.interpreter': python,
        'mypy.dmypyExecutable': folder.at('.vscode/dmypy'),
        'mypy.statusFile': '.dmypy.json',
      };
    });
    if (opened === undefined) return this.skip();
    session = opened;
  });
  after(async () => {
    if (session === undefined) return;
    const { folder } = session;
    // It leaves its daemon behind when a window is loaded anew.
    spawnSync(folder.at('.vscode/dmypy'), ['--status-file', folder.at('.dmypy.json'), 'stop']);
    await session.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.screenshot('mypy-failed');
  });

  it('asks who is to show the errors, and switches it off', async () => {
    await session.untilListed(ERROR, 2);
    await session.workbench.notification(QUESTION);
    await session.screenshot('mypy-question');
    await session.workbench.answerNotification(QUESTION, 'Mypy Ratchet');
    await session.untilListed(ERROR, 1);
    await session.untilListed('mypy-baseline', 4);
    assert.deepEqual(await session.settings(), { 'mypy.enabled': false });
  });

  it('leaves the errors to it, and keeps the view', async () => {
    await session.reload({});
    await session.untilListed(ERROR, 2);
    await session.workbench.answerNotification(QUESTION, 'Mypy (Matan Gover)');
    await session.untilListed('mypy-baseline', 0);
    await session.untilListed(ERROR, 1);
    await session.workbench.rows('Missing type annotations').waitFor();
    assert.deepEqual(await session.settings(), { 'mypyRatchet.diagnostics': 'none' });
  });

  it('leaves both, and does not ask again', async () => {
    await session.reload({});
    await session.untilListed(ERROR, 2);
    await session.workbench.answerNotification(QUESTION, "Don't Ask Again");
    await session.reload({});
    await session.untilListed(ERROR, 2);
    assert.equal(await session.isAsked(QUESTION), false);
  });
});
