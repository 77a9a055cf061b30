import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareEntries } from '../../../../src/core/baseline/byte-order.js';
import { editBaseline } from '../../../../src/core/baseline/edit-baseline.js';
import { serialiseEntry } from '../../../../src/core/baseline/serialise-baseline.js';
import { anyEntries, ENVIRONMENT } from '../../../support/arbitrary/entries.js';
import { anyUntidyText } from '../../../support/arbitrary/hostile-baselines.js';
import { baselineText, HEADER, readText } from '../../../support/baseline/baseline-text.js';

const NOTHING = { removed: new Set<number>(), added: [] };
const NEWER = { ...ENVIRONMENT, mypy: '2.5.0' };
const ROW = '["a.py","misc","f","wrong","x = 1"]\n';

/** Every how manieth entry goes. */
const anyStep = fc.integer({ min: 1, max: 4 });
const everyOf = (count: number, step: number) =>
  new Set(Array.from({ length: count }, (_, index) => index).filter((index) => index % step === 0));

describe('editing the baseline file', () => {
  it('changes no byte when nothing is to change, however untidy the file is', () => {
    fc.assert(
      fc.property(anyUntidyText, fc.constantFrom('', '\n', ' \r\n'), (text, end) => {
        assert.equal(editBaseline(readText(text + end), NOTHING), text + end);
      }),
    );
  });

  it('changes no byte when an update finds what the file says', () => {
    fc.assert(
      fc.property(anyUntidyText, (text) => {
        const before = readText(text);
        const after = editBaseline(before, { ...NOTHING, environment: ENVIRONMENT });
        if (before.doubledHeaders.length === 0) assert.equal(after, text);
        else assert.deepEqual(readText(after).doubledHeaders, []);
      }),
    );
  });

  it('is the same as writing the remaining and the added entries anew', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyStep, (entries, added, step) => {
        const before = readText(baselineText(entries));
        const all = before.baseline.entries;
        const removed = everyOf(all.length, step + 1);
        const kept = all.filter((_, index) => !removed.has(index));
        assert.equal(editBaseline(before, { removed, added }), baselineText([...kept, ...added]));
      }),
    );
  });

  it('touches the lines that go and come, and no byte of any other', () => {
    fc.assert(
      fc.property(anyUntidyText, anyEntries, anyStep, (text, added, step) => {
        const before = readText(text);
        const removed = everyOf(before.baseline.entries.length, step);
        fc.pre(removed.size + added.length > 0);
        const after = readText(editBaseline(before, { removed, added }));
        assert.equal(after.header, before.header);
        assert.deepEqual(after.doubledHeaders, []);
        const kept = before.lines.filter((_, index) => !removed.has(index));
        const end = before.header.endsWith('\r') ? '\r' : '';
        const joined = added.map((entry) => `${serialiseEntry(entry)}${end}`);
        assert.deepEqual(after.lines.toSorted(), [...kept, ...joined].toSorted());
        assert.deepEqual(after.baseline.entries, after.baseline.entries.toSorted(compareEntries));
      }),
    );
  });

  it('leaves lines that are in order where they are', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyStep, (entries, added, step) => {
        const before = readText(baselineText(entries));
        const removed = everyOf(entries.length, step);
        const kept = before.lines.filter((_, index) => !removed.has(index));
        const joined = new Set(added.map(serialiseEntry));
        const { lines } = readText(editBaseline(before, { removed, added }));
        assert.deepEqual(
          lines.filter((line) => !joined.has(line)),
          kept.filter((line) => !joined.has(line)),
        );
      }),
    );
  });

  it('keeps the spacing of the header, and of an entry', () => {
    const header = HEADER.replace('{', '{ ').trimEnd();
    const spaced = '[ "a.py", "misc", "f", "wrong", "x = 1" ]';
    const before = readText(`${header}\n${spaced}\n["b.py","misc","","m","t"]\n`);
    const removed = new Set([1]);
    for (const edit of [
      { removed, added: [] },
      { removed, added: [], environment: ENVIRONMENT },
    ]) {
      assert.equal(editBaseline(before, edit), `${header}\n${spaced}\n`);
    }
  });

  it('changes the header only where the environment is another', () => {
    const before = readText(`${HEADER}${ROW}`.replaceAll('\n', '\r\n'));
    const after = editBaseline(before, { ...NOTHING, environment: NEWER });
    assert.equal(after, `${baselineText([], NEWER)}${ROW}`.replaceAll('\n', '\r\n'));
  });

  it('makes one header of two', () => {
    const before = readText(`${baselineText([], NEWER)}${HEADER}${ROW}`);
    const removed = new Set([0]);
    assert.equal(editBaseline(before, { removed, added: [] }), baselineText([], NEWER));
    assert.equal(
      editBaseline(before, { ...NOTHING, environment: NEWER }),
      `${baselineText([], NEWER)}${ROW}`,
    );
  });

  it('ends a last line that had no end', () => {
    const before = readText(`${HEADER}${ROW.trimEnd()}`);
    const added = [{ path: 'b.py', code: 'misc', scope: '', message: 'm', text: 't' }];
    const edited = editBaseline(before, { removed: new Set(), added });
    assert.equal(edited, `${HEADER}${ROW}["b.py","misc","","m","t"]\n`);
  });
});
