import assert from 'node:assert/strict';
import { LineMemory } from '../../../../src/core/output/line-memory.js';

const LINES = [
  '/w/a.py:1:1:1:4: error: Name "x" is not defined  [name-defined]',
  '/w/a.py:1:1: note: Did you forget to import it?',
  'Found 1 error in 1 file (checked 3 source files)',
];

describe('a memory of output lines', () => {
  it('gives the very same value for a line that was read before', () => {
    const memory = new LineMemory('/w');
    const [first] = take(memory, LINES).read;
    const [, again] = take(memory, ['noise', ...LINES]).read;
    assert.equal(again, first);
  });

  it('knows lines that it was told to expect', () => {
    const memory = new LineMemory('/w');
    for (const line of LINES) memory.expect([line]);
    assert.equal(take(memory, LINES).isSame, true);
  });

  it('forgets what the last output did not have', () => {
    const memory = new LineMemory('/w');
    const [first] = take(memory, LINES).read;
    take(memory, []);
    const [again] = take(memory, LINES).read;
    assert.notEqual(again, first);
    assert.deepEqual(again, first);
  });
});

function take(memory: LineMemory, lines: readonly string[]) {
  memory.read(lines);
  return memory.take();
}
