import assert from 'node:assert/strict';
import { FaultProject } from '../support/faults/fault-project.js';
import { awaitNoneMarked } from '../support/faults/own-processes.js';
import { until } from '../support/mypy/processes.js';
import { readdir } from 'node:fs/promises';

describe('faults of the mypy process', function () {
  this.timeout(240_000);
  let project: FaultProject | undefined;

  afterEach(async () => {
    await project?.close();
    project = undefined;
  });

  async function open(): Promise<FaultProject> {
    project = await FaultProject.open();
    return project;
  }

  /** The process id of the mypy that hangs. */
  async function pidOf(opened: FaultProject): Promise<number> {
    await until(async () => (await readdir(opened.folder.path)).includes('pid.txt'));
    return Number(await opened.folder.read('pid.txt'));
  }

  for (const [mode, message] of [
    ['kill', /killed \(SIGKILL\)/],
    ['memory', /memory/i],
    ['no-memory', /memory/i],
    ['internal', /crashed/],
    ['exit', /not understood/],
    ['traceback', /crashed/],
    ['crash', /plugin/],
    ['flood', /output/],
    ['endless', /output/],
  ] as const) {
    it(mode, async () => {
      const opened = await open();
      await opened.folder.write('mode.txt', mode);
      await opened.fixAndSave();
      try {
      await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
      } catch (e) { console.log(String(e)); console.log(opened.client.snapshot?.stale); console.log(opened.client.log.slice(-6).map(x=>x.slice(0,600)));}
      await opened.folder.write('mode.txt', 'fine');
      await opened.assertRecovers();
    });
  }

  it('killed from outside', async () => {
    const opened = await open();
    await opened.folder.write('mode.txt', 'hang');
    await opened.fixAndSave();
    process.kill(await pidOf(opened), 'SIGKILL');
    await opened.assertHeld({ kind: 'check-failed', message: /killed/, remedy: 'show-log' });
    await opened.folder.write('mode.txt', 'fine');
    await opened.assertRecovers();
  });
  it('server killed', async () => {
    const opened = await open();
    await opened.folder.write('mode.txt', 'hang');
    await opened.fixAndSave();
    await pidOf(opened);
    await opened.client.kill();
    assert.deepEqual(await awaitNoneMarked(opened.storage.path), []);
    await opened.folder.write('mode.txt', 'fine');
    await opened.reopen();
    await opened.assertFresh();
  });
});
