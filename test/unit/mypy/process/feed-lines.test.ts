import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { splitLines } from '../../../../src/core/output/split-lines.js';
import { feedLines } from '../../../../src/mypy/process/feed-lines.js';

/** A text, and the places at which its bytes are cut. */
const CUT_TEXT = fc.record({
  text: fc
    .array(fc.constantFrom('a', 'é', '🎉', '\r\n', '\n', '\r'))
    .map((parts) => parts.join('')),
  cuts: fc.array(fc.nat(40)),
});

describe('feedLines', () => {
  it('tells the whole lines of a text, wherever it is cut', () => {
    fc.assert(
      fc.property(CUT_TEXT, ({ text, cuts }) => {
        const stream = new PassThrough();
        const told: string[] = [];
        feedLines(stream, (lines) => told.push(...lines));
        const bytes = Buffer.from(text);
        let start = 0;
        for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
          stream.emit('data', bytes.subarray(start, cut));
          start = cut;
        }
        assert.deepEqual(told, splitLines(text).lines);
      }),
    );
  });
});
