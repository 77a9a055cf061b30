import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineMemory, readLinesOnce } from '../../../../src/core/output/line-memory.js';
import { parseOutput } from '../../../../src/core/output/parse-output.js';

const LINES = [
  '/w/a.py:1:1:1:4: error: Name "x" is not defined  [name-defined]',
  '/w/a.py:1:1: note: Did you forget to import it?',
  'b/c.py:7: error: Unused "type: ignore" comment  [unused-ignore]',
  '{"file": "d.py", "line": 3, "column": 0, "message": "m", "hint": null, "code": "misc", "severity": "error"}',
  'plugin: hello',
  'Found 2 errors in 2 files (checked 3 source files)',
];

describe('a memory of output lines', () => {
  it('gives the very same value for a line that was read before', () => {
    const memory = new LineMemory('/w');
    const [first] = memory.read(LINES);
    const [, again] = memory.read(['noise', ...LINES]);
    assert.equal(again, first);
  });

  it('gives the very same value for a line that it learned ahead', () => {
    const memory = new LineMemory('/w');
    memory.learn(LINES);
    const [first] = memory.read(LINES);
    memory.learn(LINES);
    assert.equal(memory.read(LINES)[0], first);
  });

  it('forgets what the last output did not have', () => {
    const memory = new LineMemory('/w');
    const [first] = memory.read(LINES);
    memory.read([]);
    const [again] = memory.read(LINES);
    assert.notEqual(again, first);
    assert.deepEqual(again, first);
  });

  it('changes nothing of what an output means', () => {
    const output = fc.array(fc.constantFrom(...LINES)).map((lines) => `${lines.join('\n')}\n`);
    fc.assert(
      fc.property(fc.array(output), fc.array(fc.constantFrom(...LINES)), (outputs, ahead) => {
        const memory = new LineMemory('/w');
        for (const stdout of outputs) {
          memory.learn(ahead);
          assert.deepEqual(parseOutput(stdout, memory), parseOutput(stdout, readLinesOnce('/w')));
        }
      }),
    );
  });
});
