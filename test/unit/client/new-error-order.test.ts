import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Place, pickError } from '../../../src/client/commands/new-error-order.js';

function place(file: string, line: number, character = 0): Place {
  return { file, line, character };
}

const ERRORS = [place('b.py', 3), place('a.py', 9), place('a.py', 2, 8), place('a.py', 2, 4)];

describe('walking through the new errors', () => {
  it('goes by file, line and character from the cursor', () => {
    const picked = pickError(ERRORS, place('a.py', 2, 4), 'next');
    assert.deepEqual(picked, { item: place('a.py', 2, 8), number: 2, total: 4 });
    assert.equal(pickError(ERRORS, place('a.py', 9), 'next')?.item.file, 'b.py');
    assert.deepEqual(pickError(ERRORS, place('b.py', 3), 'previous')?.item, place('a.py', 9));
  });

  it('goes round at both ends', () => {
    assert.deepEqual(pickError(ERRORS, place('c.py', 0), 'next')?.item, place('a.py', 2, 4));
    assert.deepEqual(pickError(ERRORS, place('a.py', 0), 'previous')?.item, place('b.py', 3));
  });

  it('begins at an end when no editor is open', () => {
    assert.equal(pickError(ERRORS, undefined, 'next')?.number, 1);
    assert.equal(pickError(ERRORS, undefined, 'previous')?.number, 4);
  });

  it('finds nothing where there is nothing', () => {
    assert.equal(pickError([], place('a.py', 0), 'next'), undefined);
  });

  it('visits every error once a round', () => {
    const places = fc.uniqueArray(
      fc.record({
        file: fc.constantFrom('a.py', 'b.py', 'c.py'),
        line: fc.nat(20),
        character: fc.nat(3),
      }),
      { minLength: 1, selector: (item) => JSON.stringify(item) },
    );
    fc.assert(
      fc.property(places, fc.constantFrom('next' as const, 'previous' as const), (all, way) => {
        const visited = new Set<Place>();
        let cursor: Place | undefined;
        for (const _ of all) {
          cursor = pickError(all, cursor, way)?.item;
          if (cursor !== undefined) visited.add(cursor);
        }
        assert.equal(visited.size, all.length);
      }),
    );
  });
});
