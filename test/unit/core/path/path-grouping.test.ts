import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PathGrouping } from '../../../../src/core/path/path-grouping.js';

interface Item {
  readonly path: string;
}

const ITEMS: readonly Item[] = ['a', 'a', 'a', 'b', 'b', 'c'].map((path) => ({ path }));
const lists = fc.array(fc.array(fc.constantFrom(...ITEMS), { maxLength: 12 }));

function grouping(): PathGrouping<Item> {
  return new PathGrouping(({ path }) => path);
}

function groupOneByOne(items: readonly Item[]): unknown {
  const paths = [...new Set(items.map(({ path }) => path))];
  return paths.map((path) => {
    const indexes = [...items.keys()].filter((index) => items[index]?.path === path);
    return [path, { items: indexes.map((index) => items[index]), indexes }];
  });
}

describe('a grouping by path', () => {
  it('gives each path its members in order, whatever was grouped before', () => {
    fc.assert(
      fc.property(lists, (several) => {
        const groups = grouping();
        for (const items of several) {
          assert.deepEqual([...groups.group(items)], groupOneByOne(items));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not change what it gave before', () => {
    fc.assert(
      fc.property(lists, (several) => {
        const groups = grouping();
        const given = several.map((items) => groups.group(items));
        assert.deepEqual(
          given.map((one) => [...one]),
          several.map(groupOneByOne),
        );
      }),
    );
  });

  it('gives the very same items for a file in which nothing changed', () => {
    const [a = ITEMS[0], , , b, , c] = ITEMS;
    assert.ok(a && b && c);
    const groups = grouping();
    const first = groups.group([a, b, b, c]);
    const second = groups.group([a, a, b, b, c]);
    assert.notEqual(second.get('a')?.items, first.get('a')?.items);
    assert.equal(second.get('c')?.items, first.get('c')?.items);
    assert.deepEqual(second.get('c')?.indexes, [4]);
  });
});
