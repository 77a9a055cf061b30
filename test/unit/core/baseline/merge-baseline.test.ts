import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BaselineEntry, BaselineEnvironment } from '../../../../src/core/baseline/baseline.js';
import { mergeBaselines } from '../../../../src/core/baseline/merge-baseline.js';
import { repairBaseline } from '../../../../src/core/baseline/repair-baseline.js';
import { serialiseEntry } from '../../../../src/core/baseline/serialise-baseline.js';
import { ENVIRONMENT } from '../../../support/arbitrary/entries.js';
import { anySides, countOf, errorOf, mergedCount } from '../../../support/arbitrary/merge-sides.js';
import { baselineText, readText } from '../../../support/baseline/baseline-text.js';

const NEWER: BaselineEnvironment = { ...ENVIRONMENT, mypy: '2.5.0' };
const OTHER: BaselineEnvironment = { ...ENVIRONMENT, config: 'ba9876543210' };

function entry(name: string, acceptance?: BaselineEntry['acceptance']): BaselineEntry {
  const plain = { path: `${name}.py`, code: 'misc', scope: 'f', message: 'wrong', text: 'x = 1' };
  return acceptance === undefined ? plain : { ...plain, acceptance };
}

function merge(base: string, ours: string, theirs: string): string {
  const result = mergeBaselines({ base, ours, theirs });
  assert.ok(result.kind === 'merged', JSON.stringify(result));
  return result.content;
}

/** The entries after a merge in which all three files have the same header. */
function mergeEntries(
  base: readonly BaselineEntry[],
  ours: readonly BaselineEntry[],
  theirs: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  return readText(merge(baselineText(base), baselineText(ours), baselineText(theirs))).baseline
    .entries;
}

const [a, b, c] = [entry('a'), entry('b'), entry('c')];

describe('merging baseline files', () => {
  it('takes the additions and the removals of both sides', () => {
    assert.deepEqual(mergeEntries([a, b], [b, c], [a, b, entry('d')]), [b, c, entry('d')]);
  });

  it('takes away what each side fixed of equal errors', () => {
    assert.deepEqual(mergeEntries([a, a, a, b], [a, a, b], [a, a, b]), [a, b]);
    assert.deepEqual(mergeEntries([a, a, b], [a, b], [a, b]), [b]);
    assert.deepEqual(mergeEntries([a, b], [b], [b]), [b]);
  });

  it('has an entry for each of the equal errors that the sides added', () => {
    assert.deepEqual(mergeEntries([b], [a, b], [a, b]), [a, a, b]);
    assert.deepEqual(mergeEntries([a, b], [a, a, b], [a, a, a, b]), [a, a, a, a, b]);
  });

  it('adds and removes equal entries where the sides went opposite ways', () => {
    assert.deepEqual(mergeEntries([a, a], [a, a, a], [a]), [a, a]);
    assert.deepEqual(mergeEntries([a], [a, a], []), [a]);
  });

  it('takes an empty ancestor for none', () => {
    assert.equal(merge('', baselineText([a, b]), baselineText([b, c])), baselineText([a, b, b, c]));
  });

  it('keeps the line ends of ours', () => {
    const crlf = (content: string) => content.replaceAll('\n', '\r\n');
    assert.equal(
      merge(baselineText([a]), crlf(baselineText([a, b])), baselineText([a, c])),
      crlf(baselineText([a, b, c])),
    );
    assert.equal(
      merge(baselineText([a]), baselineText([a, b]), crlf(baselineText([a, c]))),
      baselineText([a, b, c]),
    );
  });

  it('keeps the lines of ours that it does not have to touch, spacing included', () => {
    const spaced = baselineText([b]).replace('"b.py",', '"b.py", ');
    assert.equal(
      merge(baselineText([b]), spaced, baselineText([a, b])),
      baselineText([a, b]).replace('"b.py",', '"b.py", '),
    );
  });
});

describe('merging acceptances', () => {
  const why = (reason: string, expires?: string) =>
    entry('a', expires === undefined ? { reason } : { reason, expires });

  it('takes the one that was given or changed on one side', () => {
    assert.deepEqual(mergeEntries([a], [a], [why('later')]), [why('later')]);
    assert.deepEqual(mergeEntries([why('later')], [why('never')], [why('later')]), [why('never')]);
    assert.deepEqual(mergeEntries([why('later')], [a], [why('later')]), [a]);
  });

  it('keeps the words of both sides and the earlier day', () => {
    assert.deepEqual(
      mergeEntries([a], [why('stubs', '2027-03-01')], [why('legacy', '2026-12-31')]),
      [why('legacy; stubs', '2026-12-31')],
    );
    assert.deepEqual(mergeEntries([a], [why('same')], [why('same', '2026-12-31')]), [
      why('same', '2026-12-31'),
    ]);
  });

  it('gives the same words on both sides to as many errors as one side did', () => {
    assert.deepEqual(mergeEntries([a, a], [a, why('x')], [a, why('x')]), [a, why('x')]);
  });

  it('keeps the words of each error that a side added', () => {
    assert.deepEqual(mergeEntries([], [why('x')], [why('x')]), [why('x'), why('x')]);
    assert.deepEqual(mergeEntries([], [why('x')], [why('y')]), [why('x'), why('y')]);
    assert.deepEqual(mergeEntries([], [a], [why('y')]), [a, why('y')]);
  });

  it('keeps a word that the other side took away', () => {
    assert.deepEqual(mergeEntries([why('old')], [a], [why('new')]), [why('new')]);
  });

  it('lets the words go with the entry', () => {
    assert.deepEqual(mergeEntries([a, b], [why('later'), b], [b]), [b]);
  });

  it('counts errors whatever their words', () => {
    assert.deepEqual(mergeEntries([a, why('x')], [why('x')], [a]), []);
    assert.deepEqual(mergeEntries([a, a, why('x')], [a, why('x')], [a, a]), [a]);
    assert.deepEqual(mergeEntries([a, a], [a, why('x')], [a]), [why('x')]);
  });
});

describe('merging headers', () => {
  it('takes the one that changed on one side', () => {
    const [old, upgraded] = [baselineText([a]), baselineText([a, b], NEWER)];
    assert.equal(merge(old, baselineText([a, c]), upgraded), baselineText([a, b, c], NEWER));
    assert.equal(merge(old, upgraded, baselineText([a, c])), baselineText([a, b, c], NEWER));
    assert.equal(merge(old, baselineText([a, c], NEWER), upgraded), baselineText([a, b, c], NEWER));
  });

  it('keeps both where each side has its own, for repair to choose', () => {
    const result = mergeBaselines({
      base: baselineText([a]),
      ours: baselineText([a, b], OTHER),
      theirs: baselineText([a, c], NEWER),
    });
    assert.ok(result.kind === 'conflict');
    assert.deepEqual(
      result.differences.map(({ field }) => field),
      ['mypy', 'config'],
    );
    assert.deepEqual(readText(result.content).doubledHeaders, [2]);
    assert.equal(result.content.split('\n')[0], baselineText([], OTHER).trimEnd());
    const repaired = repairBaseline(result.content);
    assert.ok(repaired.kind === 'read');
    assert.equal(repaired.content, baselineText([a, b, c], NEWER));
  });

  it('has the line ends of ours in both headers', () => {
    const ours = baselineText([a, b], OTHER).replaceAll('\n', '\r\n');
    const result = mergeBaselines({
      base: baselineText([a]),
      ours,
      theirs: baselineText([a, c], NEWER),
    });
    assert.ok(result.kind === 'conflict');
    assert.equal(result.content, result.content.replaceAll(/\r?\n/g, '\r\n'));
  });

  it('has no ancestor to decide by where there is none', () => {
    const texts = { base: '', ours: baselineText([a]), theirs: baselineText([a], NEWER) };
    assert.equal(mergeBaselines(texts).kind, 'conflict');
  });
});

describe('files that cannot be merged', () => {
  const good = baselineText([a]);
  const conflicted = `${good}<<<<<<< HEAD\n`;

  it('are named, with what is wrong', () => {
    for (const which of ['base', 'ours', 'theirs'] as const) {
      const texts = { base: good, ours: good, theirs: good, [which]: conflicted };
      const read = { kind: 'conflicted', line: 3, content: conflicted };
      assert.deepEqual(mergeBaselines(texts), { kind: 'unusable', which, read });
    }
  });

  it('are also an empty side and a newer format', () => {
    const empty = mergeBaselines({ base: good, ours: '', theirs: good });
    assert.ok(empty.kind === 'unusable');
    assert.equal(empty.read.kind, 'malformed');
    const newer = mergeBaselines({
      base: good,
      ours: good,
      theirs: good.replace('"version":1', '"version":9'),
    });
    assert.ok(newer.kind === 'unusable');
    assert.deepEqual(newer.read, { kind: 'newer', version: 9 });
  });
});

describe('any merge of baseline files', () => {
  const environments = fc.tuple(
    ...(['base', 'ours', 'theirs'] as const).map(() => fc.constantFrom(ENVIRONMENT, NEWER, OTHER)),
  );

  it('with an unchanged side is the other side, byte for byte', () => {
    fc.assert(
      fc.property(anySides, environments, ([base, other], [before, after]) => {
        const [from, to] = [baselineText(base, before), baselineText(other, after)];
        assert.equal(merge(from, from, to), to);
        assert.equal(merge(from, to, from), to);
      }),
    );
  });

  it('is the same whichever side is ours, but for the order of doubled headers', () => {
    fc.assert(
      fc.property(anySides, environments, ([base, left, right], [at, lefts, rights]) => {
        const from = baselineText(base, at);
        const [ours, theirs] = [baselineText(left, lefts), baselineText(right, rights)];
        const result = mergeBaselines({ base: from, ours, theirs });
        const mirrored = mergeBaselines({ base: from, ours: theirs, theirs: ours });
        assert.ok(result.kind !== 'unusable' && mirrored.kind !== 'unusable');
        assert.equal(mirrored.kind, result.kind);
        if (result.kind === 'merged') assert.equal(mirrored.content, result.content);
        else {
          const rows = result.content.split('\n');
          const [first = '', second = '', ...entries] = rows;
          assert.equal(mirrored.content, [second, first, ...entries].join('\n'));
        }
      }),
    );
  });

  it('has max(0, ours + theirs − base) of each error', () => {
    fc.assert(
      fc.property(anySides, ([base, ours, theirs]) => {
        const merged = mergeEntries(base, ours, theirs);
        for (const error of new Set([...base, ...ours, ...theirs, ...merged].map(errorOf))) {
          assert.equal(countOf(merged, error), mergedCount([base, ours, theirs], error), error);
        }
      }),
    );
  });

  it('never loses a reason that a side gave to an error that remains', () => {
    fc.assert(
      fc.property(anySides, ([base, ours, theirs]) => {
        const merged = mergeEntries(base, ours, theirs);
        const known = new Set(base.map(serialiseEntry));
        for (const given of [...ours, ...theirs]) {
          const reason = given.acceptance?.reason;
          const remaining = merged.filter((each) => errorOf(each) === errorOf(given));
          // An empty one says nothing that could be lost.
          if ((reason ?? '') === '' || known.has(serialiseEntry(given))) continue;
          if (remaining.length === 0) continue;
          assert.ok(
            remaining.some(({ acceptance }) => acceptance?.reason?.includes(reason ?? '')),
            `${reason} is in none of ${JSON.stringify(remaining)}`,
          );
        }
      }),
    );
  });

  it('is canonical', () => {
    fc.assert(
      fc.property(anySides, ([base, ours, theirs]) => {
        const content = merge(baselineText(base), baselineText(ours), baselineText(theirs));
        assert.equal(content, baselineText(readText(content).baseline.entries));
      }),
    );
  });
});
