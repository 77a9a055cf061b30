import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MypyError } from '../../../../src/core/error/mypy-error.js';
import {
  findInventions,
  NO_INVENTIONS,
  withoutInventions,
} from '../../../../src/mypy/daemon/inventions.js';

const anyError: fc.Arbitrary<MypyError> = fc.record({
  path: fc.constantFrom('a.py', 'b.py'),
  start: fc.record({ line: fc.integer({ min: 1, max: 9 }), column: fc.constant(1) }),
  end: fc.constant({ line: 9, column: 9 }),
  code: fc.constantFrom('misc', 'var-annotated'),
  message: fc.constantFrom('one', 'two'),
  notes: fc.constant([]),
});
const anyErrors = fc.array(anyError);

/** Wordings with their files, sorted. */
function wordings(errors: readonly MypyError[]): readonly string[] {
  return errors.map(({ path, code, message }) => `${path} ${code} ${message}`).sort();
}

describe('what a daemon invents', () => {
  it('is nothing where it agrees with plain mypy', () => {
    fc.assert(
      fc.property(anyErrors, (errors) => {
        assert.deepEqual(findInventions(errors, errors), NO_INVENTIONS);
        assert.deepEqual(withoutInventions(errors, NO_INVENTIONS), errors);
      }),
    );
  });

  it('is gone from what it says of the same files', () => {
    fc.assert(
      fc.property(anyErrors, anyErrors, (plain, invented) => {
        const daemon = [...plain, ...invented];
        const kept = withoutInventions(daemon, findInventions(plain, daemon));
        assert.deepEqual(wordings(kept), wordings(plain));
      }),
    );
  });

  it('does not hide an error that is new', () => {
    fc.assert(
      fc.property(anyErrors, anyErrors, anyError, (plain, daemon, added) => {
        const inventions = findInventions(plain, daemon);
        const before = withoutInventions(daemon, inventions);
        const after = withoutInventions([...daemon, added], inventions);
        assert.deepEqual(wordings(after), wordings([...before, added]));
      }),
    );
  });
});
