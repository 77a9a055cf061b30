import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Candidate } from '../../../../src/core/compare/candidate.js';
import { hashFormatless, stripFormat } from '../../../../src/core/compare/normalise.js';
import {
  EDITED_SIMILARITY,
  likenessOfBeginning,
  pairBySimilarity,
  similarity,
} from '../../../../src/core/compare/similarity.js';

/** Lines of few characters, so that two have much in common, some of it a formatter's. */
const line = fc
  .array(fc.constantFrom('a', 'b', 'call(', ')', ',', ' ', '"', "'", '\t', '\u00a0', 'é', '𝒳'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

/** What a formatter and a typist make of a line. */
const change = fc.oneof(
  fc.constant((text: string) => text.replaceAll(' ', '')),
  fc.constant((text: string) => text.replaceAll("'", '"')),
  fc.constant((text: string) => ` ${text.replaceAll('(', '( ')},`),
  fc.tuple(fc.nat(30), line).map(([at, put]) => (text: string) => {
    return text.slice(0, at) + put.slice(0, 4) + text.slice(at);
  }),
);

const candidate = (text: string) =>
  new Candidate({ path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text }, 0);

describe('what is found out without stripping a line', () => {
  it('never says of lines that differ only in format that they differ', () => {
    fc.assert(
      fc.property(line, change, (text, edit) => {
        const other = edit(text);
        if (stripFormat(text) === stripFormat(other)) {
          assert.equal(hashFormatless(text), hashFormatless(other));
        }
      }),
    );
  });

  it('decides as the stripped lines do', () => {
    fc.assert(
      fc.property(line, change, line, fc.boolean(), (text, edit, stranger, isStranger) => {
        const [left, right] = [candidate(text), candidate(isStranger ? stranger : edit(text))];
        for (const likeness of [similarity, likenessOfBeginning]) {
          for (const floor of [0.5, EDITED_SIMILARITY, 1]) {
            const pairs = pairBySimilarity([left], [right], floor, likeness);
            const isAlike = likeness(stripFormat(left.line), stripFormat(right.line)) >= floor;
            assert.equal(pairs.length === 1, isAlike);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
