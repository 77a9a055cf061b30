import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLinesOnce } from '../../../../src/core/output/line-memory.js';
import { OutputMemory } from '../../../../src/core/output/output-memory.js';
import { parseOutput } from '../../../../src/core/output/parse-output.js';

const OUTPUT =
  '/w/a.py:1:1:1:4: error: Name "x" is not defined  [name-defined]\n' +
  'Found 1 error in 1 file (checked 3 source files)\n';

describe('a memory of outputs', () => {
  it('gives the very same value for an output that says the same again', () => {
    const memory = new OutputMemory('/w');
    const first = memory.parse(OUTPUT);
    memory.learn(['plugin: hello']);
    assert.equal(memory.parse(OUTPUT), first);
    assert.notEqual(memory.parse(`plugin: hello\n${OUTPUT}`), first);
  });

  it('changes nothing of what an output means', () => {
    const line = fc.constantFrom(...OUTPUT.split('\n'), 'b/c.py:7: note: See', 'plugin: hello');
    const lines = fc.array(line);
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, lines, fc.boolean())), (runs) => {
        const memory = new OutputMemory('/w');
        for (const [said, ahead, again] of runs) {
          const stdout = said.join('\n');
          for (const text of again ? [stdout, stdout] : [stdout]) {
            memory.learn(ahead);
            assert.deepEqual(memory.parse(text), parseOutput(text, readLinesOnce('/w')));
          }
        }
      }),
    );
  });
});
