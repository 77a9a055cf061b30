import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cellFilter, eachCell, type TreeCell } from '../../../src/client/views/tree-cells.js';
import { type CellGroup, groupAll, groupBelow } from '../../../src/client/views/tree-grouping.js';
import {
  DEFAULT_TREE_OPTIONS,
  GROUPINGS,
  parseTreeOptions,
  SORTINGS,
} from '../../../src/client/views/tree-options.js';
import { CATEGORIES } from '../../../src/core/category/categories.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import { projectResult } from '../../support/client/snapshots.js';

const path = fc
  .array(fc.constantFrom('app', 'db', 'io', 'ui'), { minLength: 1, maxLength: 4 })
  .map((parts) => `${parts.join('/')}.py`);

const cell: fc.Arbitrary<TreeCell> = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  code: fc.constantFrom('arg-type', 'misc', ''),
  path,
  owners: fc.uniqueArray(fc.constantFrom('@web', '@data'), { maxLength: 2 }),
  counts: fc
    .record({ known: fc.nat(9), new: fc.nat(9), fixed: fc.nat(9) })
    .map(({ known, new: added, fixed }) => ({
      current: known + added,
      committed: known + fixed,
      new: added,
      fixed,
    })),
});

const look = fc.record({
  grouping: fc.constantFrom(...GROUPINGS),
  sorting: fc.constantFrom(...SORTINGS),
});

const currentOf = (groups: readonly CellGroup[]) =>
  groups.reduce((sum, { counts }) => sum + counts.current, 0);

describe('grouping the tree', () => {
  it('loses no error and counts none twice, at any level', () => {
    fc.assert(
      fc.property(fc.array(cell), look, (cells, { grouping, sorting }) => {
        const check = (group: CellGroup, depth: number) => {
          assert.ok(depth < 12);
          const below = groupBelow(group, grouping, sorting);
          if (below === undefined) return;
          assert.equal(currentOf(below), group.counts.current);
          for (const child of below) check(child, depth + 1);
        };
        const roots = groupAll(cells, grouping, sorting);
        const total = cells.reduce((sum, { counts }) => sum + counts.current, 0);
        assert.equal(currentOf(roots), total);
        for (const root of roots) check(root, 0);
      }),
    );
  });

  it('ends with files or codes, so that errors can be asked for', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), look, (cells, { grouping, sorting }) => {
        const levels: string[] = [];
        let [group] = groupAll(cells, grouping, sorting);
        while (group !== undefined) {
          levels.push(group.level);
          [group] = groupBelow(group, grouping, sorting) ?? [];
        }
        assert.ok(levels.includes('file') && levels.includes('code'), levels.join());
      }),
    );
  });

  it('draws a folder that holds only one other together with it', () => {
    const cells = [...eachCell(projectResult())];
    const roots = groupAll(cells, 'directory', 'name');
    assert.deepEqual(
      roots.map(({ level, key }) => [level, key]),
      [
        ['directory', 'shop'],
        ['file', 'a.py'],
      ],
    );
  });

  it('sorts by what was asked for', () => {
    const cells = [...eachCell(projectResult())];
    const keys = (sorting: (typeof SORTINGS)[number]) =>
      groupAll(cells, 'category', sorting).map(({ key }) => key);
    assert.deepEqual(keys('urgency'), ['call-signature', 'missing-annotations']);
    assert.deepEqual(keys('count'), ['missing-annotations', 'call-signature']);
    assert.deepEqual(keys('name'), ['call-signature', 'missing-annotations']);
  });
});

describe('filtering the tree', () => {
  const cells = [...eachCell({ ...projectResult(), owners: { 'a.py': ['@data'] } })];
  const pathsOf = (options: object, onlyNew = false) =>
    cells
      .filter(cellFilter({ ...DEFAULT_TREE_OPTIONS, ...options }, onlyNew, ENGLISH))
      .map((one) => one.path);

  it('finds a text in path, code, category and owner', () => {
    assert.deepEqual(pathsOf({ text: 'CART' }), ['shop/cart.py']);
    assert.deepEqual(pathsOf({ text: 'untyped-def' }), ['a.py']);
    assert.deepEqual(pathsOf({ text: 'missing type' }), ['a.py']);
    assert.deepEqual(pathsOf({ text: '@data' }), ['a.py']);
    assert.deepEqual(pathsOf({ text: 'nowhere' }), []);
  });

  it('shows what is new, known or fixed, and what is urgent', () => {
    assert.deepEqual(pathsOf({}, true), ['shop/cart.py']);
    assert.deepEqual(pathsOf({ statuses: ['new'] }), ['shop/cart.py']);
    assert.deepEqual(pathsOf({ priorities: ['medium'] }), ['a.py']);
  });
});

describe('what is remembered of the tree', () => {
  it('comes back as it was, whatever else stands there', () => {
    for (const grouping of GROUPINGS) {
      const options = { ...DEFAULT_TREE_OPTIONS, grouping, text: 'x', priorities: ['low'] };
      assert.deepEqual(parseTreeOptions(JSON.parse(JSON.stringify(options))), options);
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { statuses, priorities } = parseTreeOptions(value);
        assert.ok(statuses.length > 0 && priorities.length > 0);
      }),
    );
  });
});
