import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isUnchangedFile } from '../../../src/core/compare/unchanged-file.js';
import { KnownFile } from '../../../src/workspace/source/known-file.js';
import { anyEntries } from '../../support/arbitrary/entries.js';

const ENTRY = { path: 'a.py', code: 'misc', scope: 'f', message: 'No', text: 'g( )' };

describe('a file that a baseline knows', () => {
  it('is unchanged where the core says so', () => {
    const accepted = { ...ENTRY, acceptance: { expires: '2026-01-01' } };
    assert.ok(new KnownFile([ENTRY]).isUnchanged([ENTRY]));
    assert.ok(new KnownFile([ENTRY]).isUnchanged([{ ...ENTRY, text: 'g()' }]));
    assert.ok(!new KnownFile([accepted]).isUnchanged([ENTRY]));
    assert.ok(!new KnownFile([ENTRY]).isUnchanged([ENTRY, ENTRY]));
    assert.ok(!new KnownFile([ENTRY, { ...ENTRY, code: 'x' }]).isUnchanged([ENTRY, ENTRY]));
  });

  it('is unchanged nowhere else, however often it is asked', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, fc.boolean(), (entries, others, isOther) => {
        const file = new KnownFile(entries);
        const errors = isOther ? others : entries.toReversed();
        const expected = isUnchangedFile(errors, entries);
        assert.equal(file.isUnchanged(errors), expected);
        assert.equal(file.isUnchanged(errors), expected);
      }),
    );
  });
});
