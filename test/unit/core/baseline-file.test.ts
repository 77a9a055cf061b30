import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReadBaseline } from '../../../src/core/baseline/baseline.js';
import { compareBytes } from '../../../src/core/baseline/byte-order.js';
import { editBaseline } from '../../../src/core/baseline/edit-baseline.js';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import { repairBaseline } from '../../../src/core/baseline/repair-baseline.js';
import {
  serialiseBaseline,
  serialiseEntry,
} from '../../../src/core/baseline/serialise-baseline.js';
import { anyEntries, ENVIRONMENT } from '../../support/arbitrary/entries.js';

function write(entries: Parameters<typeof serialiseBaseline>[0]['entries']): string {
  return serialiseBaseline({ environment: ENVIRONMENT, entries });
}

function read(content: string): ReadBaseline {
  const result = parseBaseline(content);
  assert.equal(result.kind, 'read', JSON.stringify(result));
  assert.ok(result.kind === 'read');
  return result;
}

function lines(entries: ReadBaseline['baseline']['entries']): string[] {
  return entries.map(serialiseEntry).sort();
}

const HEADER = write([]);
const ROW = '["a.py","misc","f","wrong","x = 1"]\n';

describe('the baseline file', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        assert.deepEqual(lines(read(write(entries)).baseline.entries), lines(entries));
      }),
    );
  });

  it('is the same whatever order the entries come in', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        assert.equal(write(entries.toReversed()), write(entries));
      }),
    );
  });

  it('is sorted as its UTF-8 bytes are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b));
        assert.equal(Math.sign(compareBytes(a, b)), bytes);
      }),
    );
  });

  it('has one line an error, ended by LF, and no line numbers in it', () => {
    assert.equal(
      write([{ path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text: 'x = 1' }]),
      `${HEADER}${ROW}`,
    );
  });

  it('understands CRLF, a byte order mark, blank lines and lines out of order', () => {
    const content = `\uFEFF${HEADER}\n["b.py","misc","","m","t"]\n${ROW}`.replaceAll('\n', '\r\n');
    assert.deepEqual(
      read(content).baseline.entries.map((entry) => entry.path),
      ['b.py', 'a.py'],
    );
  });

  it('names the line of what it does not understand', () => {
    const rows = [
      '{"a":1}',
      '[1,2]',
      '["a","b","c","d"]',
      '["a","b","c","d","e",{"reason":1}]',
      'x',
    ];
    for (const row of rows) {
      const result = parseBaseline(`${HEADER}${ROW}${row}\n${ROW}`);
      assert.ok(result.kind === 'malformed', row);
      assert.equal(result.line, 3, row);
    }
  });

  it('says that an empty file is damaged, not that there are no errors', () => {
    assert.equal(parseBaseline('').kind, 'malformed');
    assert.equal(parseBaseline(ROW).kind, 'malformed');
  });

  it('leaves a newer format alone', () => {
    const newer = HEADER.replace('"version":1', '"version":2');
    assert.deepEqual(parseBaseline(newer), { kind: 'newer', version: 2 });
  });

  it('never throws', () => {
    const parts = fc.array(
      fc.oneof(fc.constant(HEADER), fc.constant(ROW), fc.string({ unit: 'binary' })),
    );
    fc.assert(fc.property(parts, (texts) => void parseBaseline(texts.join(''))));
  });
});

describe('editing the baseline file', () => {
  it('changes no byte when nothing is to change', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const content = `${write(entries)}\n`;
        assert.equal(editBaseline(read(content), { removed: new Set(), added: [] }), content);
      }),
    );
  });

  it('is the same as writing the remaining and the added entries anew', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, fc.nat(5), (entries, added, step) => {
        const before = read(write(entries));
        const all = before.baseline.entries;
        const removed = new Set([...all.keys()].filter((index) => index % (step + 2) === 0));
        const kept = all.filter((_, index) => !removed.has(index));
        assert.equal(editBaseline(before, { removed, added }), write([...kept, ...added]));
      }),
    );
  });

  it('keeps the lines that it does not have to touch, spacing included', () => {
    const spaced = '[ "a.py", "misc", "f", "wrong", "x = 1" ]';
    const before = read(`${HEADER}${spaced}\n["b.py","misc","","m","t"]\n`);
    assert.equal(
      editBaseline(before, { removed: new Set([1]), added: [] }),
      `${HEADER}${spaced}\n`,
    );
  });

  it('keeps CRLF where the file has it', () => {
    const before = read(`${HEADER}${ROW}`.replaceAll('\n', '\r\n'));
    const after = editBaseline(before, { removed: new Set([0]), added: [] });
    assert.equal(after, HEADER.replaceAll('\n', '\r\n'));
  });
});

describe('repairing the baseline file', () => {
  const conflict = (ours: string, theirs: string, ancestor = '') =>
    `${HEADER}<<<<<<< HEAD\n${ours}${ancestor && `||||||| base\n${ancestor}`}=======\n${theirs}>>>>>>> b\n`;
  const row = (name: string) => `["${name}.py","misc","f","wrong","x = 1"]\n`;

  it('finds the first conflict marker', () => {
    const content = conflict(row('a'), row('b'));
    const result = parseBaseline(content);
    assert.deepEqual(result, { kind: 'conflicted', line: 2, content });
  });

  it('keeps the entries of both sides and drops the ancestor of diff3', () => {
    const repaired = repairBaseline(conflict(row('a') + row('c'), row('b') + row('c'), row('d')));
    assert.ok(repaired.kind === 'read');
    assert.equal(repaired.content, HEADER + row('a') + row('b') + row('c'));
  });

  it('takes the header with the newer mypy of two', () => {
    const old = HEADER.replace('2.4.1', '1.19.1');
    const doubled = read(`${old}${HEADER}${ROW}`);
    assert.equal(doubled.baseline.environment.mypy, '2.4.1');
    assert.deepEqual(doubled.doubledHeaders, [2]);
    const repaired = repairBaseline(doubled.content);
    assert.ok(repaired.kind === 'read');
    assert.equal(repaired.content, `${HEADER}${ROW}`);
  });

  it('says what it cannot repair', () => {
    assert.equal(repairBaseline(conflict('broken\n', row('b'))).kind, 'malformed');
  });
});
