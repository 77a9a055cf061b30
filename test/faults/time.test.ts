import assert from 'node:assert/strict';
import { utimes } from 'node:fs/promises';
import { projectPerTest } from '../support/faults/project-per-test.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';

/** A clock that a person sets: `Date.now` is off by what a file says, in milliseconds. */
const CLOCK = `
const { readFileSync } = require('node:fs');
const now = Date.now.bind(Date);
Date.now = () => now() + Number(readFileSync(process.env.TEST_CLOCK, 'utf8'));
`;

const HOUR_MS = 3_600_000;

describe('faults of the clock', function () {
  this.timeout(240_000);
  const open = projectPerTest();
  let place: TemporaryFolder;

  beforeEach(async () => {
    place = await TemporaryFolder.create('clock');
  });
  // After the server has ended, which reads it.
  afterEach(() => place.remove());

  for (const [name, offsetSeconds] of [
    ['past', -400 * 24 * 3_600],
    ['future', 400 * 24 * 3_600],
  ] as const) {
    it(`sees an edit that bears a time of the ${name}`, async () => {
      const opened = await open();
      await opened.folder.edit('services.py', 'users[0] if users else None', 'users[0]');
      const time = Date.now() / 1_000 + offsetSeconds;
      await utimes(opened.folder.at('services.py'), time, time);
      await opened.client.didSave('services.py');
      await opened.assertFresh();
    });
  }

  it('measures and goes on when the clock is set back', async () => {
    await place.writeAll({ 'clock.cjs': CLOCK, offset: '0' });
    const env = {
      TEST_CLOCK: place.at('offset'),
      NODE_OPTIONS: `--require ${place.at('clock.cjs')}`,
    };
    const opened = await open({ env });
    const before = opened.client.snapshot?.result?.checkedAt ?? 0;
    await place.write('offset', `${-HOUR_MS}`);
    await opened.fixAndSave();
    await opened.assertFresh();
    const result = opened.client.snapshot?.result;
    assert.ok(result && result.checkedAt < before, 'the clock was set back');
    assert.ok(result.durationMs >= 0 && result.durationMs < HOUR_MS / 2);
    // What changes on disk is still heard of, whatever the clock says.
    await opened.folder.edit('services.py', 'start: int = None', 'start: int = 0');
    await opened.assertFresh();
  });
});
