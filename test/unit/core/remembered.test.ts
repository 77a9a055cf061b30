import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  ReconciliationMemory,
  reconcile,
  relateBaselines,
} from '../../../src/core/compare/reconcile.js';
import { SummaryMemory, summarise } from '../../../src/core/counts/summarise.js';
import { ErrorNamer } from '../../../src/core/error/error-id.js';
import { ExpectedLines } from '../../../src/core/output/expected-lines.js';
import { anyEntries } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';

/** Which errors of all there are each check of a session finds: the very same values come and go. */
const checks = fc.array(fc.uniqueArray(fc.nat(59)), { minLength: 2, maxLength: 6 });

describe('what one check takes over from the last', () => {
  it('changes neither what errors are nor how they are counted', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyEntries, checks, (now, before, commit, session) => {
        const all = toErrors([...now, ...before]);
        const [memory, counts] = [new ReconciliationMemory(), new SummaryMemory()];
        const relation = relateBaselines(before, commit);
        for (const found of session) {
          const errors = found.flatMap((index) => all[index] ?? []);
          const remembered = reconcile(errors, before, commit, { memory, relation });
          const fresh = reconcile(errors, before, commit);
          assert.deepEqual(remembered, fresh);
          assert.deepEqual(summarise(remembered, [], counts), summarise(fresh));
        }
      }),
    );
  });

  it('changes no name, and no two errors have the same', () => {
    fc.assert(
      fc.property(anyEntries, checks, (entries, session) => {
        const all = toErrors([...entries, ...entries]);
        const namer = new ErrorNamer();
        for (const found of session) {
          const errors = found.flatMap((index) => all[index] ?? []);
          const names = namer.name(errors);
          assert.deepEqual(names, new ErrorNamer().name(errors));
          assert.equal(new Set(names).size, errors.length);
        }
      }),
    );
  });
});

describe('the lines that are expected of an output', () => {
  const line = fc.nat(400).map(String);

  it('are only ever taken for lines that say the same', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (known, asked) => {
        const expected = new ExpectedLines(known);
        for (const one of asked) {
          const index = expected.find(one);
          if (index !== -1) assert.equal(known[index], one);
        }
      }),
    );
  });

  it('are found after others came and went, and in another order', () => {
    const known = Array.from({ length: 500 }, (_, index) => `line ${index}`);
    const count = (asked: readonly string[]) => {
      const expected = new ExpectedLines(known);
      return asked.filter((one) => expected.find(one) !== -1).length;
    };
    assert.equal(count(known), 500);
    assert.equal(count(['new', ...known.slice(0, 200), ...known.slice(210)]), 490);
    assert.ok(count([...known].reverse()) > 400);
    assert.ok(count([...known.slice(300), ...known.slice(0, 300)]) > 400);
  });
});
