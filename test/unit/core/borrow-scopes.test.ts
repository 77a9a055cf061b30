import assert from 'node:assert/strict';
import fc from 'fast-check';
import { borrowScopes } from '../../../src/core/compare/borrow-scopes.js';
import { compare } from '../../../src/core/compare/compare.js';
import { anyEntries } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';

const ENTRY = { path: 'a.py', code: 'misc', scope: 'f', message: 'No', text: 'g()' };

describe('borrowing scopes from the baseline', () => {
  it('takes the scope of the entry', () => {
    assert.deepEqual(borrowScopes([{ code: 'misc', message: 'No', text: 'g( )' }], [ENTRY]), ['f']);
  });

  it('does not where an error is new, fixed or edited', () => {
    assert.equal(borrowScopes([], [ENTRY]), null);
    assert.equal(borrowScopes([ENTRY, ENTRY], [ENTRY]), null);
    assert.equal(borrowScopes([{ ...ENTRY, text: 'h()' }], [ENTRY]), null);
  });

  it('does not where the scope alone tells which error was accepted', () => {
    const accepted = { ...ENTRY, scope: 'h', acceptance: { expires: '2026-01-01' } };
    assert.equal(borrowScopes([ENTRY, ENTRY], [ENTRY, accepted]), null);
    assert.deepEqual(borrowScopes([ENTRY], [{ ...ENTRY, acceptance: { reason: 'x' } }]), ['f']);
  });

  it('never changes which errors are new, whatever the scopes really are', () => {
    const any = anyEntries.map((entries) => entries.map((entry) => ({ ...entry, path: 'a.py' })));
    fc.assert(
      fc.property(any, fc.array(fc.constantFrom('', 'f', 'C.g')), (entries, scopes) => {
        const real = entries.map((entry, index) => ({ ...entry, scope: scopes[index] ?? '' }));
        const borrowed = borrowScopes(real, entries);
        if (borrowed === null) return;
        const errors = real.map((error, index) => ({ ...error, scope: borrowed[index] ?? '' }));
        for (const side of [toErrors(real), toErrors(errors)]) {
          const { statuses, fixed } = compare(side, entries);
          assert.ok(statuses.every(({ kind }) => kind === 'baseline'));
          assert.deepEqual(fixed, []);
        }
      }),
    );
  });
});
