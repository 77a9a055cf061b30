import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { BASELINE } from '../support/faults/fault-project.js';
import { projectPerTest } from '../support/faults/project-per-test.js';

describe('faults while the baseline is written', function () {
  this.timeout(240_000);
  const open = projectPerTest();

  it('says that the disk is full, and leaves the file and nothing beside it', async function () {
    if (process.getuid?.() !== 0) {
      console.log('      skipped: only root can make a small disk');
      this.skip();
    }
    const opened = await open({ disk: { of: 'project', megabytes: 16 } });
    const { client, folder } = opened;
    await folder.edit('services.py', 'users[0] if users else None', 'users[0]');
    await opened.disk?.fill();
    await client.didSave('services.py');
    const refused = await client.until('the refusal', () =>
      client.snapshot?.problems.find(({ kind }) => kind === 'baseline-not-written'),
    );
    assert.match(refused.message, /mypy-baseline\.jsonl could not be written: .*no space/i);
    assert.equal(refused.remedy, 'show-log');
    await opened.assertFresh();
    await opened.assertBaselineUntouched();
    const names = (await readdir(folder.path)).filter((name) => name.startsWith(BASELINE));
    assert.deepEqual(names, [BASELINE]);

    await opened.disk?.free();
    await opened.assertRecovers();
    await client.until('no problem', () => client.snapshot?.problems.length === 0);
    assert.equal((await folder.read(BASELINE)).trimEnd().split('\n').length, 4);
  });
});
