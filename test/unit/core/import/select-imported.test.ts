import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BaselineEntry } from '../../../../src/core/baseline/baseline.js';
import type { LocatedError } from '../../../../src/core/error/mypy-error.js';
import {
  type ImportedErrors,
  readMypyBaseline,
} from '../../../../src/core/import/read-mypy-baseline.js';
import { selectImported } from '../../../../src/core/import/select-imported.js';
import { anyEntries } from '../../../support/arbitrary/entries.js';
import { toError, toErrors } from '../../../support/arbitrary/errors.js';
import { BASELINE } from '../../../support/import/mypy-baseline-files.js';

const REDEFINED = 'Name "total" already defined on line';

function error(message: string, line: number, fields: Partial<BaselineEntry> = {}): LocatedError {
  return toError({ path: 'a.py', code: 'misc', scope: 'f', message, text: 'x', ...fields }, line);
}

function imported(message: string, count: number): ImportedErrors {
  return { path: 'a.py', code: 'misc', message, count };
}

/** What mypy-baseline would have written for errors: text lines with 0 for their lines. */
function importOf(errors: readonly LocatedError[]): readonly ImportedErrors[] {
  return errors.flatMap(({ path, code, message }) => [
    {
      path,
      code,
      message: message.trim().replace(/defined on line \d+/g, 'defined on line 0'),
      count: 1,
    },
  ]);
}

describe('choosing the errors that an import covers', () => {
  it('covers at most as many as it holds, the first ones', () => {
    const errors = [error('wrong', 1), error('wrong', 2), error('wrong', 3)];
    assert.deepEqual(selectImported(errors, [imported('wrong', 2)]), {
      covered: errors.slice(0, 2),
      missing: [],
    });
  });

  it('says what no error matches any more', () => {
    const errors = [error('wrong', 1)];
    assert.deepEqual(selectImported(errors, [imported('gone', 1), imported('wrong', 3)]), {
      covered: errors,
      missing: [imported('gone', 1), imported('wrong', 2)],
    });
  });

  it('asks for the same path, code and message', () => {
    const errors = [
      error('wrong', 1, { path: 'b.py' }),
      error('wrong', 1, { code: 'arg-type' }),
      error('bad', 1),
    ];
    const rows = [imported('wrong', 3)];
    assert.deepEqual(selectImported(errors, rows), { covered: [], missing: rows });
  });

  it('does not mind on which line a name was defined, and minds every other number', () => {
    const moved = error(`${REDEFINED} 12`, 14);
    const literal = error('got "Literal[\'line 2\']"', 3);
    const rows = [imported(`${REDEFINED} 0`, 1), imported('got "Literal[\'line 1\']"', 1)];
    assert.deepEqual(selectImported([moved, literal], rows), {
      covered: [moved],
      missing: rows.slice(1),
    });
  });

  it('covers what mypy-baseline tolerated when the lines have moved since', () => {
    const rows = readMypyBaseline(BASELINE, '/shop').imported;
    const old = error(`${REDEFINED} 109`, 112, { path: 'shop/cart.py', code: 'no-redef' });
    const fresh = error('Function is missing a type annotation', 5, {
      path: 'shop/cart.py',
      code: 'no-untyped-def',
    });
    const { covered, missing } = selectImported([fresh, old], rows);
    assert.deepEqual(covered, [old]);
    assert.equal(missing.length, rows.length - 1);
  });

  it('covers all of the errors that the import was made of, and misses nothing', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const errors = toErrors(entries);
        assert.deepEqual(selectImported(errors, importOf(errors)), {
          covered: errors,
          missing: [],
        });
      }),
    );
  });

  it('covers or misses each error of the import exactly once, and covers none besides', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, fc.nat(5), (entries, others, kept) => {
        const errors = toErrors([...entries.slice(kept), ...others]);
        const rows = importOf(toErrors(entries));
        const { covered, missing } = selectImported(errors, rows);
        const total = missing.reduce((sum, { count }) => sum + count, covered.length);
        assert.equal(total, rows.length);
        const known = new Set(rows.map((row) => JSON.stringify(row)));
        assert.ok(importOf(covered).every((row) => known.has(JSON.stringify(row))));
        assert.ok(missing.every((row) => known.has(JSON.stringify({ ...row, count: 1 }))));
        assert.deepEqual(
          covered,
          errors.filter((each) => covered.includes(each)),
        );
      }),
    );
  });
});
