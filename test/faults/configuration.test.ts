import assert from 'node:assert/strict';
import type { FaultProject } from '../support/faults/fault-project.js';
import { projectPerTest } from '../support/faults/project-per-test.js';

describe('faults of the configuration', function () {
  this.timeout(240_000);
  const open = projectPerTest();

  /** Waits until the problem is one of those beside the result. */
  function problem({ client }: FaultProject, wanted: string) {
    return client.until(wanted, () =>
      client.snapshot?.problems.find(({ kind }) => kind === wanted),
    );
  }

  it('says what is wrong with a plugin', async () => {
    const opened = await open();
    await opened.folder.write('mode.txt', 'crash');
    await opened.fixAndSave();
    const message = /^mypy (refused|crashed).*plugin/;
    await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
    await opened.folder.write('mode.txt', 'fine');
    await opened.assertRecovers();
  });

  it('says which plugin is not there', async () => {
    const opened = await open();
    const whole = await opened.folder.read('mypy.ini');
    await opened.folder.write('mypy.ini', whole.replace('own_plugin.py', 'no_plugin.py'));
    const message = /no_plugin\.py/;
    await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
    await opened.folder.write('mypy.ini', whole);
    await opened.assertFresh();
  });

  it('shows a typo, of which mypy only warns', async () => {
    const opened = await open();
    const whole = await opened.folder.read('mypy.ini');
    await opened.folder.write('mypy.ini', `${whole}warn_unreachabel = True\n`);
    const shown = await problem(opened, 'configuration-warning');
    assert.match(shown.message, /warn_unreachabel/);
    assert.equal(shown.remedy, 'open-blocker');
    assert.deepEqual(shown.location, { path: opened.folder.at('mypy.ini'), line: 1 });
    await opened.assertUntouched();
    await opened.folder.write('mypy.ini', whole);
    await opened.client.until('no problem', () => opened.client.snapshot?.problems.length === 0);
    await opened.assertFresh();
  });

  it('writes nothing while mypy.ini is gone, and goes on when it is back', async () => {
    const opened = await open();
    const whole = await opened.folder.read('mypy.ini');
    await opened.folder.delete('mypy.ini');
    const differs = await problem(opened, 'environment-differs');
    assert.match(differs.message, /another mypy configuration/);
    await opened.fixAndSave();
    await opened.assertFresh();
    await opened.assertBaselineUntouched();
    await opened.folder.write('mypy.ini', whole);
    await opened.client.until('no problem', () => opened.client.snapshot?.problems.length === 0);
    await opened.assertFresh();
  });
});
