import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setOutputs } from '../../src/action/workflow-files.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { readOutputs } from '../support/github/action-run.js';

describe('the outputs of a step', () => {
  it('are what they are, whatever a value holds', async () => {
    const folder = await TemporaryFolder.create();
    const hostile = fc
      .array(fc.oneof(fc.string(), fc.constantFrom('\n', 'EOF\n', 'verdict=pass\n', 'a<<b\n')))
      .map((parts) => parts.join(''));
    try {
      await fc.assert(
        fc.asyncProperty(hostile, async (value) => {
          await folder.write('output', 'before=1\n');
          const outputs = { 'html-report': value, verdict: 'failed' };
          await setOutputs({ GITHUB_OUTPUT: folder.at('output') }, outputs);
          assert.deepEqual(readOutputs(await folder.read('output')), outputs);
        }),
      );
    } finally {
      await folder.remove();
    }
  });

  it('go nowhere on a runner that has no file for them', async () => {
    await assert.doesNotReject(setOutputs({}, { verdict: 'pass' }));
  });
});
