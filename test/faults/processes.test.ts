import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as messages from '../../src/protocol/messages.js';
import type { FaultProject } from '../support/faults/fault-project.js';
import { awaitNoneMarked } from '../support/faults/own-processes.js';
import { projectPerTest } from '../support/faults/project-per-test.js';
import { until } from '../support/mypy/processes.js';

describe('faults of processes', function () {
  this.timeout(240_000);
  const open = projectPerTest();

  /** Saves, and gives the process id of the mypy that hangs then. */
  async function hang(opened: FaultProject): Promise<number> {
    await opened.folder.write('mode.txt', 'hang');
    await opened.fixAndSave();
    let pid = '';
    await until(async () => {
      pid = await readFile(opened.folder.at('pid.txt'), 'utf8').catch(() => '');
      return pid.endsWith('\n');
    });
    return Number(pid);
  }

  const ENDINGS = [
    ['kill', /^mypy was killed \(SIGKILL\)/],
    ['memory', /^mypy crashed: .*MemoryError/],
    ['internal', /^mypy crashed: RuntimeError: inside mypy/],
    ['exit', /^mypy's output was not understood/],
  ] as const;
  for (const [mode, message] of ENDINGS) {
    it(`keeps all when mypy ends by ${mode}`, async () => {
      const opened = await open();
      await opened.folder.write('mode.txt', mode);
      await opened.fixAndSave();
      await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
      await opened.folder.write('mode.txt', 'fine');
      await opened.assertRecovers();
    });
  }

  it('gets well by itself after mypy was killed from outside', async () => {
    const opened = await open();
    const pid = await hang(opened);
    await opened.folder.write('mode.txt', 'fine');
    process.kill(pid, 'SIGKILL');
    const message = /was killed .* It is tried again after 2 s\.$/;
    await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
    await opened.assertFresh();
  });

  it('says that mypy hangs, and starts anew when asked to', async () => {
    const opened = await open();
    const { client } = opened;
    const pid = await hang(opened);
    const slow = await client.until('the slowness', () =>
      client.snapshot?.problems.find(({ kind }) => kind === 'check-slow'),
    );
    assert.match(slow.message, /longer than usual \(last time .* s\)/);
    assert.equal(slow.remedy, 'restart');
    await opened.assertUntouched();
    await opened.folder.write('mode.txt', 'fine');
    await client.request(messages.RestartRequest, {});
    assert.throws(() => process.kill(pid, 0));
    await opened.assertFresh();
  });

  it('leaves no process when the server is killed, and the next server starts from what is there', async () => {
    const opened = await open();
    await hang(opened);
    await opened.client.kill();
    assert.deepEqual(await awaitNoneMarked(opened.storage.path), []);
    await opened.folder.write('mode.txt', 'fine');
    await opened.reopen();
    await opened.assertFresh();
  });
});
