import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { utimes, writeFile } from 'node:fs/promises';
import { readFileStates } from '../../../../src/mypy/checker/same-second-changes.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const OLD_SECONDS = 1_700_000_000;
const TRIES = 300;

describe('readFileStates', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });
  afterEach(() => folder.remove());

  // Whoever opens a file and saves it at once, as a refactoring does, writes while it is read.
  it('never says that what was just written has been there for long', async () => {
    const file = folder.at('a.py');
    const written = createHash('sha256').update('new').digest('hex');
    for (let count = 0; count < TRIES; count++) {
      await writeFile(file, 'old');
      await utimes(file, OLD_SECONDS, OLD_SECONDS);
      const [states] = await Promise.all([readFileStates([file]), writeFile(file, 'new')]);
      for (const { hash, mtimeSeconds } of states) {
        assert.ok(hash !== written || mtimeSeconds !== OLD_SECONDS, `after ${count} tries`);
      }
    }
  });
});
