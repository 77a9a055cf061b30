import assert from 'node:assert/strict';
import type { FaultProject } from '../support/faults/fault-project.js';
import { projectPerTest } from '../support/faults/project-per-test.js';
import { DEMO_ERRORS } from '../support/project/demo-project.js';

/** What the log may hold of a hundred megabytes. */
const LOG_CHARACTERS = 100_000;

describe("faults of mypy's output", function () {
  this.timeout(240_000);
  const open = projectPerTest();

  async function save(mode: string): Promise<FaultProject> {
    const project = await open();
    await project.folder.write('mode.txt', mode);
    await project.fixAndSave();
    return project;
  }

  it('takes a traceback for a crash, whatever mypy finds beside it', async () => {
    const opened = await save('traceback');
    const message = /^mypy crashed: OSError: from the plugin/;
    await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
    await opened.folder.write('mode.txt', 'fine');
    await opened.assertRecovers();
  });

  it('finds the errors among 100 MB of something else, and tells the log of some', async () => {
    const opened = await save('flood');
    const { client } = opened;
    await client.until(
      'the result',
      () => client.snapshot?.result?.totals.current === DEMO_ERRORS - 1,
    );
    await opened.folder.write('mode.txt', 'fine');
    await opened.assertFresh();
    assert.ok(opened.client.log.some((line) => line.includes("not mypy's own output")));
    assert.ok(opened.client.log.join('').length < LOG_CHARACTERS);
  });

  it('ends a mypy that does not stop printing', async () => {
    const opened = await save('endless');
    const message = /^mypy's output grew over 256 MiB/;
    await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
    await opened.folder.write('mode.txt', 'fine');
    await opened.assertRecovers();
  });
});
