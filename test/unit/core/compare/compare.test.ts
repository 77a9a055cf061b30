import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compare } from '../../../../src/core/compare/compare.js';
import type { MatchTier } from '../../../../src/core/compare/comparison.js';
import { ComparisonMemory } from '../../../../src/core/compare/comparison-memory.js';
import { toEntry } from '../../../../src/core/error/error-entry.js';
import { anyEntries } from '../../../support/arbitrary/entries.js';
import { toError, toErrors } from '../../../support/arbitrary/errors.js';
import { describeComparison } from '../../../support/comparison/describe-comparison.js';

const BASE = {
  path: 'shop/cart.py',
  code: 'arg-type',
  scope: 'Cart.add',
  message: 'Argument 1 to "add" has incompatible type "str"; expected "int"',
  text: 'self.items.add(name)',
};

const anyErrors = anyEntries.map(toErrors);

/** A list, and the same in another order. */
function anyOrder<Item>(
  lists: fc.Arbitrary<readonly Item[]>,
): fc.Arbitrary<readonly [readonly Item[], readonly Item[]]> {
  return lists.chain((list) => {
    const all = { minLength: list.length, maxLength: list.length };
    return fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], all));
  });
}

function tierOf(error: Partial<typeof BASE>, entry: Partial<typeof BASE> = {}): MatchTier | 'new' {
  const [status] = compare([toError({ ...BASE, ...error })], [{ ...BASE, ...entry }]).statuses;
  return status?.kind === 'baseline' ? status.tier : 'new';
}

describe('comparing errors with a baseline', () => {
  it('knows what stands in the baseline word for word', () => {
    assert.equal(tierOf({}), 'exact');
    assert.equal(tierOf({ text: 'self.items.add( name )' }), 'exact');
    assert.equal(tierOf({ message: 'on line 3' }, { message: 'on line 9' }), 'exact');
  });

  it('follows a renamed scope', () => assert.equal(tierOf({ scope: 'Cart.put' }), 'moved'));

  it('follows a reworded message', () => {
    assert.equal(tierOf({ message: 'Parameter 1 is wrong' }), 'reworded');
    assert.equal(tierOf({ message: 'Parameter 1 is wrong', scope: 'Cart.put' }), 'reworded');
  });

  it('follows an edited line', () => {
    assert.equal(tierOf({ text: 'self.items.add(label.strip())' }), 'edited');
  });

  it('follows an edited line whose message names another thing', () => {
    const message = 'Argument 1 to "add" has incompatible type "bytes"; expected "int"';
    assert.equal(tierOf({ message, text: 'self.items.add(names)' }), 'edited');
    assert.equal(tierOf({ message, text: 'return total(7)' }), 'new');
  });

  it('does not take an edited line at module level for the old one', () => {
    assert.equal(tierOf({ scope: '', text: 'x: int = ""' }, { scope: '' }), 'new');
  });

  it('follows a renamed file, and edits made with it', () => {
    const entries = ['one', 'two', 'three'].map((name) => ({
      ...BASE,
      scope: name,
      text: `add(${name})`,
    }));
    const errors = entries.map((entry, index) =>
      toError({ ...entry, path: 'shop/basket.py', ...(index === 2 && { text: 'put(three)' }) }),
    );
    const { statuses, fixed } = compare(errors, entries);
    assert.deepEqual(
      statuses.map((status) => status.kind === 'baseline' && status.tier),
      ['renamed', 'renamed', 'edited'],
    );
    assert.deepEqual(fixed, []);
  });

  it('follows a function into another file', () => {
    const other = { ...BASE, path: 'shop/order.py', scope: 'Order', text: 'total = sum(prices)' };
    const { statuses } = compare(
      [toError(other), toError({ ...BASE, path: 'shop/order.py' })],
      [BASE, other],
    );
    assert.deepEqual(
      statuses.map((status) => status.kind === 'baseline' && status.tier),
      ['exact', 'relocated'],
    );
  });

  it('calls the second of two equal errors new when one is known', () => {
    const { statuses } = compare([toError(BASE, 9), toError(BASE, 4)], [BASE]);
    assert.deepEqual(
      statuses.map(({ kind }) => kind),
      ['new', 'baseline'],
    );
  });

  it('keeps the entry that somebody accepted among equal ones', () => {
    const accepted = { ...BASE, acceptance: { reason: 'the stubs are wrong' } };
    for (const entries of [
      [BASE, accepted],
      [accepted, BASE],
    ]) {
      for (const text of [BASE.text, 'self.items.add( name )']) {
        const { fixed } = compare([toError({ ...BASE, text })], entries);
        assert.deepEqual(fixed, [entries.indexOf(BASE)]);
      }
    }
  });

  it('does not let an error hide behind a fixed one elsewhere', () => {
    assert.equal(tierOf({ scope: 'Cart.total', text: 'return x' }), 'new');
  });
});

describe('a comparison', () => {
  it('is a partition: every entry is used once or fixed', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, (now, before) => {
        const { statuses, fixed } = compare(toErrors(now), before);
        const used = statuses.flatMap((status) =>
          status.kind === 'baseline' ? [status.entry] : [],
        );
        assert.equal(statuses.length, now.length);
        assert.deepEqual(
          [...used, ...fixed].sort((a, b) => a - b),
          [...before.keys()],
        );
      }),
    );
  });

  it('finds nothing new in its own baseline', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const errors = toErrors(entries);
        const { statuses, fixed } = compare(
          errors,
          errors.map((error) => toEntry(error)),
        );
        assert.ok(
          statuses.every((status) => status.kind === 'baseline' && status.tier === 'exact'),
        );
        assert.deepEqual(fixed, []);
      }),
    );
  });

  it('does not depend on the order of its inputs', () => {
    fc.assert(
      fc.property(anyOrder(anyErrors), anyOrder(anyEntries), ([now, others], [before, known]) => {
        assert.deepEqual(
          describeComparison(others, known, compare(others, known)),
          describeComparison(now, before, compare(now, before)),
        );
      }),
    );
  });

  it('does not depend on the order of entries that only a formatter could tell apart', () => {
    const texts = ['timeout=Option(None)', 'timeout=Option(None),'];
    const errors = texts.map((text, index) =>
      toError({ ...BASE, text, message: 'new' }, index + 1),
    );
    const entries = texts.map((text) => ({ ...BASE, text }));
    const turned = [...entries].reverse();
    assert.deepEqual(
      describeComparison(errors, turned, compare(errors, turned)),
      describeComparison(errors, entries, compare(errors, entries)),
    );
  });

  it('is not changed by errors moving down together', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, fc.nat(100), (now, before, lines) => {
        const moved = now.map((entry, index) => toError(entry, index + 1 + lines));
        assert.deepEqual(compare(moved, before), compare(toErrors(now), before));
      }),
    );
  });

  it('never calls more errors new than it says entries are missing', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, (entries, added) => {
        const errors = toErrors([...entries, ...added]);
        const { statuses } = compare(errors, entries);
        const fresh = statuses.filter(({ kind }) => kind === 'new').length;
        assert.equal(fresh, added.length);
      }),
    );
  });

  it('says the same with a memory of earlier comparisons as without', () => {
    const steps = fc.array(fc.record({ kept: fc.array(fc.nat(40)), swap: fc.boolean() }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(anyEntries, anyEntries, steps, (now, before, edits) => {
        const memory = new ComparisonMemory();
        const all = toErrors([...now, ...before]);
        for (const { kept, swap } of edits) {
          // The very same values come and go, as they do from save to save.
          const errors = kept.flatMap((index) => all[index] ?? []);
          const distinct = [...new Set(errors)];
          const entries = swap ? now : before;
          assert.deepEqual(compare(distinct, entries, { memory }), compare(distinct, entries));
        }
      }),
    );
  });
});
