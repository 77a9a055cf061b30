import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCheapest } from '../../../../src/core/effort/cheapest.js';
import { gainOf } from '../../../../src/core/effort/work.js';
import { anyEntries } from '../../../support/arbitrary/entries.js';

const error = (path: string, code: string, message: string) => ({ path, code, message });

const UNTYPED = 'Function is missing a return type annotation';

describe('findCheapest', () => {
  it('puts many errors of one kind in one file before few in many', () => {
    const errors = [
      ...Array.from({ length: 6 }, () => error('a.py', 'no-untyped-def', UNTYPED)),
      error('a.py', 'arg-type', 'Argument 1 to "f" has incompatible type "str"; expected "int"'),
      error('b.py', 'arg-type', 'Argument 3 to "g" has incompatible type "X"; expected "Y"'),
      error('b.py', 'misc', 'Untyped decorator makes function "f" untyped'),
    ];
    const { codes, files } = findCheapest(errors);
    assert.deepEqual(codes, [
      {
        name: 'no-untyped-def',
        errors: 6,
        files: 1,
        kinds: 1,
      },
      { name: 'arg-type', errors: 2, files: 2, kinds: 1 },
      { name: 'misc', errors: 1, files: 1, kinds: 1 },
    ]);
    assert.deepEqual(
      files.map(({ name, errors, kinds }) => [name, errors, kinds]),
      [
        ['a.py', 7, 2],
        ['b.py', 2, 2],
      ],
    );
  });

  it('leaves out files with one error', () => {
    assert.deepEqual(findCheapest([error('a.py', 'misc', 'x')]).files, []);
  });

  it('is ordered by gain, whatever the order of the errors', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { codes, files } = findCheapest(entries);
        for (const rows of [codes, files]) {
          const gains = rows.map(gainOf);
          assert.deepEqual(
            gains,
            gains.toSorted((a, b) => b - a),
          );
        }
        assert.deepEqual(findCheapest(entries.toReversed()).files, files);
        const total = codes.reduce((sum, { errors }) => sum + errors, 0);
        assert.equal(total, entries.length);
      }),
    );
  });
});
