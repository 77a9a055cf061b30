import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLinesOnce } from '../../../../src/core/output/line-memory.js';
import { OutputMemory } from '../../../../src/core/output/output-memory.js';
import { parseOutput } from '../../../../src/core/output/parse-output.js';
import { splitLines } from '../../../../src/core/output/split-lines.js';

const OUTPUT =
  '/w/a.py:1:1:1:4: error: Name "x" is not defined  [name-defined]\n' +
  'Found 1 error in 1 file (checked 3 source files)\n';

const LINES = [
  '/w/a.py:1:1:1:4: error: Name "x" is not defined  [name-defined]',
  '/w/a.py:1:1: note: Did you forget to import it?',
  'b/c.py:7: error: Unused "type: ignore" comment  [unused-ignore]',
  '{"file": "d.py", "line": 3, "column": 0, "message": "m", "hint": null, "code": "misc", "severity": "error"}',
  'plugin: hello',
  'Found 2 errors in 2 files (checked 3 source files)',
];

/** Some lines, the last one mostly whole. */
const TEXT = fc
  .tuple(fc.array(fc.constantFrom(...LINES)), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, isCut]) => lines.join(end) + (isCut ? '' : end));

/** A run, where its text is cut as it comes, and what is read before it of one that is given up. */
const RUN = fc.record({
  text: TEXT,
  cuts: fc.array(fc.nat(400)),
  again: fc.boolean(),
  given: fc.option(TEXT),
  expected: fc.option(TEXT),
});

function read(memory: OutputMemory, text: string, cuts: readonly number[] = []): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const cut of [...cuts, text.length].sort((a, b) => a - b)) {
    lines.push(...memory.read(text.slice(start, cut)));
    start = cut;
  }
  return lines;
}

describe('a memory of outputs', () => {
  it('gives the very same value for an output that says the same again', () => {
    const memory = new OutputMemory('/w');
    read(memory, OUTPUT);
    const first = memory.take();
    read(memory, OUTPUT, [10, 70]);
    assert.equal(memory.take(), first);
    read(memory, `plugin: hello\n${OUTPUT}`);
    assert.notEqual(memory.take(), first);
  });

  it('changes nothing of what an output means, whatever it remembers and wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(RUN), (runs) => {
        const memory = new OutputMemory('/w');
        for (const { text, cuts, again, given, expected } of runs) {
          if (given !== null) read(memory, given);
          memory.begin();
          if (expected !== null) memory.expect(splitLines(expected).lines);
          for (const one of again ? [text, text] : [text]) {
            assert.deepEqual(read(memory, one, cuts), splitLines(one).lines);
            assert.equal(memory.length, one.length);
            assert.deepEqual(memory.take(), parseOutput(one, readLinesOnce('/w')));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
