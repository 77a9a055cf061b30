import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  BranchComparison,
  BranchItem,
} from '../../../../src/core/branch/branch-comparison.js';
import { listGroup, toSection } from '../../../../src/core/branch/group-branch.js';
import { ENGLISH } from '../../../../src/core/language/language.js';
import { anyEntries } from '../../../support/arbitrary/entries.js';
import { compareCase, entryOf } from '../../../support/branch/branch-case.js';

const [OLD, KEPT, ADDED] = [entryOf('old'), entryOf('kept'), entryOf('added')];

function kindsOf({ items }: BranchComparison): readonly BranchItem['kind'][] {
  return items.map(({ kind }) => kind);
}

describe('comparing a branch with its base', () => {
  it('finds nothing where nothing changed', () => {
    const { items, summary } = compareCase({ errors: [OLD, KEPT], base: [OLD, KEPT] });
    assert.deepEqual(items, []);
    assert.deepEqual(summary.totals, { current: 2, committed: 2, new: 0, fixed: 0 });
  });

  it('tells what the branch introduces, accepts, fixes and edits', () => {
    const edited = { ...KEPT, text: 'result = kept(value_of_kept_now)' };
    const accepted = entryOf('accepted', { acceptance: { reason: 'later' } });
    const comparison = compareCase({
      errors: [edited, ADDED, accepted],
      base: [KEPT, OLD],
      working: [accepted, KEPT],
    });
    assert.deepEqual(kindsOf(comparison), ['introduced', 'accepted', 'fixed', 'moved']);
    const [introduced, taken, fixed, moved] = comparison.items;
    assert.ok(introduced?.kind === 'introduced' && introduced.error.scope === 'use_added');
    assert.equal(introduced.atBase, null);
    assert.ok(taken?.kind === 'accepted' && taken.error?.scope === 'use_accepted');
    assert.deepEqual(taken.entry, accepted);
    assert.ok(fixed?.kind === 'fixed' && fixed.entry === OLD);
    assert.ok(moved?.kind === 'moved' && moved.tier === 'edited' && moved.entry === KEPT);
    assert.deepEqual(comparison.summary.totals, { current: 3, committed: 2, new: 1, fixed: 1 });
  });

  it('tells what was edited also where the branch refreshed the entry', () => {
    const edited = { ...KEPT, text: 'result = kept(value_of_kept_now)' };
    const { items } = compareCase({ errors: [edited], base: [KEPT], working: [edited] });
    assert.equal(items.length, 1);
    const [moved] = items;
    assert.ok(moved?.kind === 'moved' && moved.tier === 'edited');
    assert.deepEqual(moved.entry, KEPT);
  });

  it('says of a new error that the base has an entry which the branch dropped', () => {
    const { items, summary } = compareCase({ errors: [OLD], base: [OLD], working: [] });
    assert.equal(items.length, 1);
    const [item] = items;
    assert.ok(item?.kind === 'introduced');
    assert.deepEqual(item.atBase, OLD);
    assert.equal(summary.totals.new, 1);
  });

  it('lists an acceptance whose error is gone, and one that only the commit has', () => {
    const stale = compareCase({ errors: [], base: [], working: [ADDED] });
    assert.deepEqual(stale.items, [
      { kind: 'accepted', id: 'accepted 0', entry: ADDED, error: null },
    ]);
    const lost = compareCase({ errors: [ADDED], base: [], working: [], committed: [ADDED] });
    assert.deepEqual(kindsOf(lost), ['accepted']);
    assert.deepEqual(lost.summary.totals, { current: 1, committed: 0, new: 0, fixed: 0 });
  });

  it('accounts for every error and entry, whatever they are', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyEntries, (errors, base, working) => {
        const { items, summary } = compareCase({ errors, base, working });
        const count = (kind: string) => items.filter((item) => item.kind === kind).length;
        const { current, new: added, fixed } = summary.totals;
        assert.equal(current, errors.length);
        assert.equal(count('introduced'), added);
        assert.equal(count('fixed'), fixed);
        const known = items.filter((item) => item.kind === 'introduced' && item.atBase !== null);
        const tolerated = items.filter((item) => item.kind === 'accepted' && item.error !== null);
        const fromBase = base.length - fixed - known.length;
        assert.equal(current - added, fromBase + tolerated.length);
        assert.ok(count('moved') <= fromBase);
        assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
      }),
    );
  });

  it('counts by category and by file, and lists what it counted', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, (errors, base) => {
        const { items } = compareCase({ errors, base });
        for (const kind of ['introduced', 'fixed'] as const) {
          const section = toSection(kind, items, ENGLISH);
          for (const [grouping, groups] of [
            ['category', section.byCategory],
            ['file', section.byFile],
          ] as const) {
            const listed = groups.flatMap(({ key, count }) => {
              const members = listGroup(items, { kind, grouping, key });
              assert.equal(members.length, count);
              return members;
            });
            assert.equal(new Set(listed).size, section.count);
          }
        }
      }),
    );
  });
});
