import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reconcile } from '../../../src/core/compare/reconcile.js';
import { summarise } from '../../../src/core/counts/summarise.js';
import { anyEntries } from '../../support/arbitrary/entries.js';
import { toError, toErrors } from '../../support/arbitrary/errors.js';

const ENTRY = { path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text: 'value = f(1)' };
const OTHER = { path: 'b.py', code: 'arg-type', scope: 'g', message: 'bad', text: 'g("two")' };

describe('reconciling with the working and the committed baseline', () => {
  it('keeps an error baseline that only the committed baseline knows, and wants it back', () => {
    const { errors, lost, fixed } = reconcile([toError(ENTRY)], [], [ENTRY]);
    assert.deepEqual(errors[0]?.status, {
      kind: 'baseline',
      tier: 'exact',
      entry: ENTRY,
      restore: true,
    });
    assert.deepEqual(lost, [ENTRY]);
    assert.deepEqual(fixed, []);
  });

  it('calls an error accepted that only the working baseline knows', () => {
    const { errors } = reconcile([toError(ENTRY)], [ENTRY], []);
    assert.equal(errors[0]?.status.kind, 'accepted');
  });

  it('counts an entry as fixed whether or not it has left the file', () => {
    assert.deepEqual(reconcile([], [ENTRY], [ENTRY]).fixed, [ENTRY]);
    assert.deepEqual(reconcile([], [], [ENTRY]).fixed, [ENTRY]);
    assert.deepEqual([...reconcile([], [ENTRY], [ENTRY]).stale], [0]);
  });

  it('does not let a new error hide behind an entry that the working baseline reworded', () => {
    const edited = { ...ENTRY, text: 'value = f(2)' };
    const { errors } = reconcile([toError(edited), toError(OTHER)], [edited], [ENTRY]);
    assert.deepEqual(
      errors.map(({ status }) => status.kind),
      ['baseline', 'new'],
    );
  });

  it('takes the working baseline as the measure where none is committed', () => {
    const { errors } = reconcile([toError(ENTRY)], [ENTRY], null);
    assert.equal(errors[0]?.status.kind, 'baseline');
  });

  it('loses no error and no entry, and the totals add up', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyEntries, (now, working, committed) => {
        const result = reconcile(toErrors(now), working, committed);
        const { totals, categories } = summarise(result);
        const known = result.errors.filter(({ status }) => status.kind === 'baseline').length;
        assert.equal(result.errors.length, now.length);
        assert.deepEqual(
          result.newErrors,
          [...result.errors.keys()].filter((at) => result.errors[at]?.status.kind === 'new'),
        );
        assert.equal(totals.committed, known + result.fixed.length);
        assert.equal(totals.committed, committed.length);
        const sum = (pick: (counts: typeof totals) => number) =>
          categories.reduce((all, category) => all + pick(category), 0);
        assert.equal(
          sum(({ current }) => current),
          totals.current,
        );
        assert.equal(
          sum(({ committed: entries }) => entries),
          totals.committed,
        );
        assert.equal(
          sum(({ new: fresh }) => fresh),
          totals.new,
        );
      }),
    );
  });
});
