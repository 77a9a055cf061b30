import assert from 'node:assert/strict';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { listFaults } from './report.js';
import { Soak } from './soak.js';

/** Edits, a merge, a syntax error and a killed server are among its actions. */
const SEED = 5;
const STEPS = 15;

describe('a short soak', function () {
  this.timeout(300_000);

  it('shows what a fresh mypy finds after each quiet moment, and leaves nothing behind', async function () {
    if (process.platform !== 'linux') this.skip();
    const report = await Soak.run({
      steps: STEPS,
      seed: SEED,
      interpreter: interpreterOf('newest'),
    });
    assert.deepEqual(listFaults(report), []);
    assert.ok(report.oracle.comparisons >= STEPS / 4);
  });
});
