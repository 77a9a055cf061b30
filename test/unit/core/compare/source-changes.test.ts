import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BaselineEntry } from '../../../../src/core/baseline/baseline.js';
import { compare } from '../../../../src/core/compare/compare.js';
import type { MatchTier } from '../../../../src/core/compare/comparison.js';
import type { FileChange, Hunk } from '../../../../src/core/compare/source-changes.js';
import { toEntry } from '../../../../src/core/error/error-entry.js';
import { anyEntries } from '../../../support/arbitrary/entries.js';
import { toError, toErrors } from '../../../support/arbitrary/errors.js';

const PATH = 'shop/cart.py';

function entry(text: string, change: Partial<BaselineEntry> = {}): BaselineEntry {
  const message = 'Argument 1 to "add" has incompatible type "str"; expected "int"';
  return { path: PATH, code: 'arg-type', scope: 'Cart.add', message, text, ...change };
}

/** A change in which each pair of hunks is an old text and the lines, from and to, that replaced it. */
function changed(
  hunks: readonly (readonly [oldLines: readonly string[], from: number, to: number])[],
  kept: readonly string[] = [],
): FileChange {
  const stripped = kept.map((line) => line.replaceAll(' ', ''));
  return {
    from: PATH,
    keptLines: new Set(stripped),
    hunks: hunks.map(([oldLines, from, to]) => ({
      oldLines,
      newStart: from,
      newCount: to - from + 1,
    })),
  };
}

/** What becomes of each error: its tier, or `new`. */
function tiersOf(
  errors: readonly (readonly [line: number, error: BaselineEntry])[],
  entries: readonly BaselineEntry[],
  change: FileChange,
): readonly (MatchTier | 'new')[] {
  const located = errors.map(([line, error]) => toError(error, line));
  const { statuses } = compare(located, entries, { changes: new Map([[PATH, change]]) });
  return statuses.map((status) => (status.kind === 'new' ? 'new' : status.tier));
}

describe('comparing where git knows what was edited', () => {
  const line = entry('add(name)');

  it('says which of several equal errors is the new one: that on the line just written', () => {
    const errors = [
      [4, line],
      [7, line],
      [9, line],
    ] as const;
    const above = changed([[[], 4, 4]], ['add(name)']);
    assert.deepEqual(tiersOf(errors, [line, line], above), ['new', 'exact', 'exact']);
    const between = changed([[[], 7, 7]], ['add(name)']);
    assert.deepEqual(tiersOf(errors, [line, line], between), ['exact', 'new', 'exact']);
  });

  it('knows a line that went elsewhere in its file', () => {
    const change = changed([
      [['add(name)'], 2, 1],
      [[], 9, 9],
    ]);
    assert.deepEqual(tiersOf([[9, line]], [line], change), ['exact']);
  });

  it('takes an error for the old one where its line replaced the old line', () => {
    const edited = entry('self.items.add(first, label or "")');
    const replaced = changed([[['add(name)'], 5, 5]]);
    assert.deepEqual(tiersOf([[5, edited]], [line], replaced), ['edited']);
  });

  it('does not where the old line was taken away elsewhere, or still stands', () => {
    const alike = entry('add(names)');
    const elsewhere = changed([
      [['add(name)'], 2, 1],
      [[], 9, 9],
    ]);
    assert.deepEqual(tiersOf([[9, alike]], [line], elsewhere), ['new']);
    const kept = changed([[[], 9, 9]], ['add(name)']);
    assert.deepEqual(tiersOf([[9, alike]], [line], kept), ['new']);
  });

  it('asks for a likeness where also the message is another', () => {
    const other = { message: 'Name "x" is not defined' };
    const replaced = changed([[['add(name)'], 5, 5]]);
    assert.deepEqual(tiersOf([[5, entry('add(names)', other)]], [line], replaced), ['edited']);
    assert.deepEqual(tiersOf([[5, entry('return x', other)]], [line], replaced), ['new']);
  });

  it('pairs the most similar lines of one hunk', () => {
    const [first, second] = [entry('total(first)'), entry('count(second)')];
    const errors = [
      [5, entry('count(second, 2)')],
      [6, entry('total(first, 1)')],
    ] as const;
    const change = changed([[['total(first)', 'count(second)'], 5, 6]]);
    const located = errors.map(([at, error]) => toError(error, at));
    const { statuses } = compare(located, [first, second], { changes: new Map([[PATH, change]]) });
    assert.deepEqual(
      statuses.map((status) => status.kind === 'baseline' && status.entry),
      [1, 0],
    );
  });

  it('recognises an entry whose line was edited before, and so is not in git’s old text', () => {
    const edited = entry('add(names)');
    assert.deepEqual(tiersOf([[5, edited]], [line], changed([], ['add(names)'])), ['edited']);
    const again = changed([[['add(nam)'], 5, 5]]);
    assert.deepEqual(tiersOf([[5, edited]], [line], again), ['edited']);
  });

  it('lets no line go to another file that still stands where it was', () => {
    const long = entry('self.items.add(name)');
    const there = { ...long, path: 'shop/other.py' };
    const [kept, gone] = [changed([], [long.text]), changed([[[long.text], 3, 2]])];
    const tierWith = (change: FileChange) => {
      const changes = new Map([[PATH, change]]);
      const [status] = compare([toError(there)], [long], { changes }).statuses;
      return status?.kind === 'baseline' ? status.tier : 'new';
    };
    assert.equal(tierWith(gone), 'relocated');
    assert.equal(tierWith(kept), 'new');
  });

  it('follows a file that git saw renamed, however little of its errors stayed', () => {
    const moved = { ...entry('quite(another, line)'), path: 'shop/basket.py' };
    const change = changed([[['add(name)'], 1, 1]]);
    const renamed = new Map([['shop/basket.py', change]]);
    const [status] = compare([toError(moved)], [line], { changes: renamed }).statuses;
    assert.deepEqual(status, { kind: 'baseline', tier: 'edited', entry: 0 });
    const same = { ...line, path: 'shop/basket.py' };
    const [known] = compare([toError(same, 7)], [line], { changes: renamed }).statuses;
    assert.deepEqual(known, { kind: 'baseline', tier: 'renamed', entry: 0 });
  });
});

describe('a comparison with any change', () => {
  const paths = ['a.py', 'b.py', 'pkg/a.py', 'pkg/ü.py', 'c d#.py'];
  const anyHunks: fc.Arbitrary<readonly Hunk[]> = fc
    .array(fc.record({ skip: fc.nat(3), newCount: fc.nat(3), oldLines: fc.array(fc.string()) }))
    .map((parts) => {
      let next = 1;
      return parts.map(({ skip, newCount, oldLines }) => {
        const newStart = next + skip;
        next = newStart + newCount + 1;
        return { newStart, newCount, oldLines };
      });
    });
  const anyChanges = fc
    .array(
      fc.record({
        path: fc.constantFrom(...paths),
        from: fc.constantFrom(...paths),
        hunks: anyHunks,
        kept: fc.array(fc.string()),
      }),
    )
    .map(
      (files) =>
        new Map(
          files.map(({ path, from, hunks, kept }) => [
            path,
            { from, hunks, keptLines: new Set(kept) },
          ]),
        ),
    );

  it('is a partition: every entry is used once or fixed', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyChanges, (now, before, changes) => {
        const { statuses, fixed } = compare(toErrors(now), before, { changes });
        const used = statuses.flatMap((status) => (status.kind === 'new' ? [] : [status.entry]));
        assert.deepEqual(
          [...used, ...fixed].sort((a, b) => a - b),
          [...before.keys()],
        );
      }),
    );
  });

  it('finds nothing new in its own baseline, unless git says that a file was another', () => {
    fc.assert(
      fc.property(anyEntries, anyChanges, (entries, changes) => {
        const stayed = new Map([...changes].filter(([path, { from }]) => path === from));
        const errors = toErrors(entries);
        const own = errors.map((error) => toEntry(error));
        const { statuses } = compare(errors, own, { changes: stayed });
        assert.ok(statuses.every(({ kind }) => kind === 'baseline'));
      }),
    );
  });

  it('does not depend on the order of its inputs', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyChanges, (now, before, changes) => {
        const errors = toErrors(now);
        const kinds = compare(errors, before, { changes }).statuses.map(({ kind }) => kind);
        const reversed = compare(errors.toReversed(), before.toReversed(), { changes });
        assert.deepEqual(reversed.statuses.map(({ kind }) => kind).reverse(), kinds);
      }),
    );
  });
});
