import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare.js';
import { isUnchangedFile } from '../../../src/core/compare/unchanged-file.js';
import { anyEntries } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';

const ENTRY = { path: 'a.py', code: 'misc', scope: 'f', message: 'No', text: 'g()' };

describe('a file without a change', () => {
  it('has as many errors of each kind as entries', () => {
    assert.ok(isUnchangedFile([], []));
    assert.ok(isUnchangedFile([{ code: 'misc', message: 'No', text: '  g( )' }], [ENTRY]));
    assert.ok(!isUnchangedFile([], [ENTRY]));
    assert.ok(!isUnchangedFile([ENTRY, ENTRY], [ENTRY]));
    assert.ok(!isUnchangedFile([{ ...ENTRY, text: 'h()' }], [ENTRY]));
    assert.ok(!isUnchangedFile([ENTRY, ENTRY], [ENTRY, { ...ENTRY, code: 'arg-type' }]));
  });

  it('has no acceptance, which may have run out', () => {
    const accepted = { ...ENTRY, acceptance: { expires: '2026-01-01' } };
    assert.ok(!isUnchangedFile([ENTRY], [accepted]));
  });

  it('has nothing new and nothing fixed, whatever the scopes are', () => {
    const any = anyEntries.map((entries) => entries.map((entry) => ({ ...entry, path: 'a.py' })));
    fc.assert(
      fc.property(any, fc.array(fc.constantFrom('', 'f', 'C.g')), (entries, scopes) => {
        const errors = entries.map((entry, index) => ({ ...entry, scope: scopes[index] ?? '' }));
        if (!isUnchangedFile(errors, entries)) return;
        const { statuses, fixed } = compare(toErrors(errors), entries);
        assert.ok(statuses.every(({ kind }) => kind === 'baseline'));
        assert.deepEqual(fixed, []);
      }),
    );
  });
});
