import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  BaselineEntry,
  BaselineEnvironment,
  ReadBaseline,
} from '../../../../src/core/baseline/baseline.js';
import { mergeBaselines } from '../../../../src/core/baseline/merge-baseline.js';
import { parseBaseline } from '../../../../src/core/baseline/parse-baseline.js';
import { repairBaseline } from '../../../../src/core/baseline/repair-baseline.js';
import {
  serialiseBaseline,
  serialiseEntry,
} from '../../../../src/core/baseline/serialise-baseline.js';
import { anyEntry, ENVIRONMENT } from '../../../support/arbitrary/entries.js';

const NEWER: BaselineEnvironment = { ...ENVIRONMENT, mypy: '2.5.0' };
const OTHER: BaselineEnvironment = { ...ENVIRONMENT, config: 'ba9876543210' };

function write(
  entries: readonly BaselineEntry[],
  environment: BaselineEnvironment = ENVIRONMENT,
): string {
  return serialiseBaseline({ environment, entries });
}

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
  return read(merge(write(base), write(ours), write(theirs))).baseline.entries;
}

function read(content: string): ReadBaseline {
  const result = parseBaseline(content);
  assert.ok(result.kind === 'read', JSON.stringify(result));
  return result;
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
    assert.equal(merge('', write([a, b]), write([b, c])), write([a, b, b, c]));
  });

  it('keeps the line ends of ours', () => {
    const crlf = (content: string) => content.replaceAll('\n', '\r\n');
    assert.equal(merge(write([a]), crlf(write([a, b])), write([a, c])), crlf(write([a, b, c])));
    assert.equal(merge(write([a]), write([a, b]), crlf(write([a, c]))), write([a, b, c]));
  });

  it('keeps the lines of ours that it does not have to touch, spacing included', () => {
    const spaced = write([b]).replace('"b.py",', '"b.py", ');
    assert.equal(
      merge(write([b]), spaced, write([a, b])),
      write([a, b]).replace('"b.py",', '"b.py", '),
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
    const [old, upgraded] = [write([a]), write([a, b], NEWER)];
    assert.equal(merge(old, write([a, c]), upgraded), write([a, b, c], NEWER));
    assert.equal(merge(old, upgraded, write([a, c])), write([a, b, c], NEWER));
    assert.equal(merge(old, write([a, c], NEWER), upgraded), write([a, b, c], NEWER));
  });

  it('keeps both where each side has its own, for repair to choose', () => {
    const result = mergeBaselines({
      base: write([a]),
      ours: write([a, b], OTHER),
      theirs: write([a, c], NEWER),
    });
    assert.ok(result.kind === 'conflict');
    assert.deepEqual(
      result.differences.map(({ field }) => field),
      ['mypy', 'config'],
    );
    assert.deepEqual(read(result.content).doubledHeaders, [2]);
    assert.equal(result.content.split('\n')[0], write([], OTHER).trimEnd());
    const repaired = repairBaseline(result.content);
    assert.ok(repaired.kind === 'read');
    assert.equal(repaired.content, write([a, b, c], NEWER));
  });

  it('has the line ends of ours in both headers', () => {
    const ours = write([a, b], OTHER).replaceAll('\n', '\r\n');
    const result = mergeBaselines({ base: write([a]), ours, theirs: write([a, c], NEWER) });
    assert.ok(result.kind === 'conflict');
    assert.equal(result.content, result.content.replaceAll(/\r?\n/g, '\r\n'));
  });

  it('has no ancestor to decide by where there is none', () => {
    const texts = { base: '', ours: write([a]), theirs: write([a], NEWER) };
    assert.equal(mergeBaselines(texts).kind, 'conflict');
  });
});

describe('files that cannot be merged', () => {
  const good = write([a]);
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
  // Few entries, drawn from few, so that the same ones are often on all sides and in other numbers.
  const three = fc.array(anyEntry, { minLength: 1, maxLength: 4 }).chain((pool) => {
    const accepted = pool.flatMap(({ acceptance: _, ...plain }): readonly BaselineEntry[] => [
      plain,
      { ...plain, acceptance: { reason: 'A' } },
      { ...plain, acceptance: { reason: 'B', expires: '2026-12-31' } },
    ]);
    const side = fc.array(fc.constantFrom(...pool, ...accepted), { maxLength: 8 });
    return fc.tuple(side, side, side);
  });
  const environments = fc.tuple(
    ...(['base', 'ours', 'theirs'] as const).map(() => fc.constantFrom(ENVIRONMENT, NEWER, OTHER)),
  );
  const errorOf = ({ acceptance: _, ...plain }: BaselineEntry) => serialiseEntry(plain);
  const count = (entries: readonly BaselineEntry[], error: string) =>
    entries.filter((each) => errorOf(each) === error).length;

  it('with an unchanged side is the other side, byte for byte', () => {
    fc.assert(
      fc.property(three, environments, ([base, other], [before, after]) => {
        const [from, to] = [write(base, before), write(other, after)];
        assert.equal(merge(from, from, to), to);
        assert.equal(merge(from, to, from), to);
      }),
    );
  });

  it('is the same whichever side is ours, but for the order of doubled headers', () => {
    fc.assert(
      fc.property(three, environments, ([base, left, right], [at, lefts, rights]) => {
        const from = write(base, at);
        const [ours, theirs] = [write(left, lefts), write(right, rights)];
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
      fc.property(three, ([base, ours, theirs]) => {
        const merged = mergeEntries(base, ours, theirs);
        for (const error of new Set([...base, ...ours, ...theirs, ...merged].map(errorOf))) {
          const change = count(ours, error) + count(theirs, error) - count(base, error);
          assert.equal(count(merged, error), Math.max(0, change), error);
        }
      }),
    );
  });

  it('never loses a reason that a side gave to an error that remains', () => {
    fc.assert(
      fc.property(three, ([base, ours, theirs]) => {
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
      fc.property(three, ([base, ours, theirs]) => {
        const content = merge(write(base), write(ours), write(theirs));
        assert.equal(content, write(read(content).baseline.entries));
      }),
    );
  });
});
