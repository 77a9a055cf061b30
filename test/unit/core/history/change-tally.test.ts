import assert from 'node:assert/strict';
import fc from 'fast-check';
import { serialiseEntry } from '../../../../src/core/baseline/serialise-baseline.js';
import {
  applyTally,
  countEntries,
  DAMAGED,
  TallyBuilder,
  toSize,
} from '../../../../src/core/history/change-tally.js';
import { anyEntries } from '../../../support/arbitrary/entries.js';
import { HEADER } from '../../../support/baseline/baseline-text.js';

/** What a change does that adds and removes these lines. */
function tallyOf(added: readonly string[], removed: readonly string[] = []) {
  const builder = new TallyBuilder();
  for (const line of added) builder.add(line);
  for (const line of removed) builder.remove(line);
  return builder.build();
}

const line = (code: string, message = 'wrong') => JSON.stringify(['a.py', code, '', message, 'x']);

describe('the tally of a change', () => {
  it('counts entries by category and code, and no header or empty line', () => {
    const lines = [HEADER, '', '\r', line('misc'), line('assignment'), `${line('misc')}\r`];
    const none = 'Incompatible types (expression has type "None")';
    const { added } = tallyOf([...lines, line('assignment', none)]);
    assert.deepEqual(toSize(applyTally(new Map(), { added, removed: new Map() })), {
      total: 4,
      codes: [
        { category: 'incompatible-types', code: 'assignment', count: 1 },
        { category: 'optional', code: 'assignment', count: 1 },
        { category: 'other', code: 'misc', count: 2 },
      ],
    });
  });

  it('counts what is no line of a baseline by itself', () => {
    const { added } = tallyOf(['<<<<<<< ours', '["a.py"]', line('misc')]);
    assert.equal(added.get(DAMAGED), 2);
    assert.equal(countEntries(added), 1);
  });

  it('taken back leaves what was there before', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, (before, more) => {
        const lines = before.map(serialiseEntry);
        const others = more.map(serialiseEntry);
        const start = applyTally(new Map(), tallyOf(lines));
        const there = applyTally(start, tallyOf(others, lines));
        assert.equal(toSize(there).total, more.length);
        assert.deepEqual(toSize(applyTally(there, tallyOf(lines, others))), toSize(start));
      }),
    );
  });
});
