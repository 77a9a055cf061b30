import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareBytes, compareEntries } from '../../../../src/core/baseline/byte-order.js';
import { parseBaseline } from '../../../../src/core/baseline/parse-baseline.js';
import {
  serialiseBaseline,
  serialiseEntry,
} from '../../../../src/core/baseline/serialise-baseline.js';
import { anyEntries } from '../../../support/arbitrary/entries.js';
import { anyHostileBaseline } from '../../../support/arbitrary/hostile-baselines.js';
import { baselineText, HEADER, readText } from '../../../support/baseline/baseline-text.js';

const ROW = '["a.py","misc","f","wrong","x = 1"]\n';

describe('the baseline file', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(anyHostileBaseline, (baseline) => {
        const content = serialiseBaseline(baseline);
        const read = readText(content);
        const entries = baseline.entries.toSorted(compareEntries);
        assert.deepEqual(read.baseline, { environment: baseline.environment, entries });
        assert.deepEqual(read.doubledHeaders, []);
        assert.equal(serialiseBaseline(read.baseline), content);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps each line as it stands', () => {
    fc.assert(
      fc.property(anyHostileBaseline, (baseline) => {
        const content = serialiseBaseline(baseline);
        const { header, lines } = readText(content);
        assert.equal([header, ...lines, ''].join('\n'), content);
        assert.deepEqual(readText(content).baseline.entries.map(serialiseEntry), lines);
      }),
    );
  });

  it('is text that UTF-8 can hold, whatever the strings of mypy hold', () => {
    fc.assert(
      fc.property(anyHostileBaseline, (baseline) => {
        const content = serialiseBaseline(baseline);
        assert.equal(Buffer.from(content, 'utf8').toString('utf8'), content);
      }),
    );
  });

  it('is the same whatever order the entries come in', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        assert.equal(baselineText(entries.toReversed()), baselineText(entries));
      }),
    );
  });

  it('is sorted as its UTF-8 bytes are', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, text, text, (start, a, b) => {
        const [left, right] = [start + a, start + b];
        const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
        assert.equal(Math.sign(compareBytes(left, right)), bytes);
      }),
    );
  });

  it('has one line an error, ended by LF, and no line numbers in it', () => {
    assert.equal(
      baselineText([{ path: 'a.py', code: 'misc', scope: 'f', message: 'wrong', text: 'x = 1' }]),
      `${HEADER}${ROW}`,
    );
  });

  it('understands CRLF, a byte order mark, blank lines and lines out of order', () => {
    const content = `\uFEFF${HEADER}\n["b.py","misc","","m","t"]\n${ROW}`.replaceAll('\n', '\r\n');
    assert.deepEqual(
      readText(content).baseline.entries.map((entry) => entry.path),
      ['b.py', 'a.py'],
    );
  });

  it('says that an empty file is damaged, not that there are no errors', () => {
    for (const empty of ['', '\n', ' \r\n', '\uFEFF', '\uFEFF\n\n']) {
      const result = parseBaseline(empty);
      assert.ok(result.kind === 'malformed', JSON.stringify(empty));
      assert.equal(result.line, 1);
    }
    assert.equal(parseBaseline(ROW).kind, 'malformed');
  });

  it('leaves a newer format alone, wherever its header stands', () => {
    const newer = HEADER.replace('"version":1', '"version":2');
    for (const content of [newer, `${HEADER}${ROW}${newer}`, `${newer}{"of":"that format"}\n`]) {
      assert.deepEqual(parseBaseline(content), { kind: 'newer', version: 2 });
    }
  });

  it('takes the header with the newer mypy of two', () => {
    const old = HEADER.replace('2.4.1', '1.19.1');
    for (const content of [`${old}${HEADER}${ROW}`, `${HEADER}${old}${ROW}`]) {
      const doubled = readText(content);
      assert.equal(doubled.baseline.environment.mypy, '2.4.1');
      assert.equal(doubled.header, HEADER.trimEnd());
      assert.deepEqual(doubled.doubledHeaders, [2]);
    }
  });

  it('knows two headers that a union merge left apart, and a byte order mark before the second', () => {
    const { baseline, doubledHeaders } = readText(`${HEADER}${ROW}\uFEFF${HEADER}${ROW}`);
    assert.equal(baseline.entries.length, 2);
    assert.deepEqual(doubledHeaders, [3]);
  });
});
