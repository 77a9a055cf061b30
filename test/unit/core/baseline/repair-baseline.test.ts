import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReadBaseline } from '../../../../src/core/baseline/baseline.js';
import { parseBaseline } from '../../../../src/core/baseline/parse-baseline.js';
import { repairBaseline } from '../../../../src/core/baseline/repair-baseline.js';
import { anyUntidyText } from '../../../support/arbitrary/hostile-baselines.js';
import { HEADER, readText } from '../../../support/baseline/baseline-text.js';

const row = (name: string) => `["${name}.py","misc","f","wrong","x = 1"]\n`;

function conflict(ours: string, theirs: string, ancestor = ''): string {
  const base = ancestor && `||||||| base\n${ancestor}`;
  return `<<<<<<< HEAD\n${ours}${base}=======\n${theirs}>>>>>>> b\n`;
}

function repair(content: string): ReadBaseline {
  const repaired = repairBaseline(content);
  assert.ok(repaired.kind === 'read', JSON.stringify(repaired));
  return repaired;
}

describe('repairing the baseline file', () => {
  it('finds the first conflict marker', () => {
    const content = HEADER + conflict(row('a'), row('b'));
    assert.deepEqual(parseBaseline(content), { kind: 'conflicted', line: 2, content });
    const crlf = content.replaceAll('\n', '\r\n');
    assert.deepEqual(parseBaseline(crlf), { kind: 'conflicted', line: 2, content: crlf });
  });

  it('keeps the entries of both sides and drops the ancestor of diff3', () => {
    const theirs = row('b') + row('c');
    const repaired = repair(HEADER + conflict(row('a') + row('c'), theirs, row('d')));
    assert.equal(repaired.content, HEADER + row('a') + row('b') + row('c'));
  });

  it('keeps an entry as often as the side that has it more often', () => {
    const repaired = repair(HEADER + row('a') + conflict(row('b').repeat(2), row('b').repeat(3)));
    assert.equal(repaired.content, HEADER + row('a') + row('b').repeat(3));
  });

  it('takes the header with the newer mypy of two', () => {
    const old = HEADER.replace('2.4.1', '1.19.1');
    for (const content of [
      `${old}${HEADER}${row('a')}`,
      `${conflict(`${old}${row('a')}`, HEADER)}`,
      `${conflict(HEADER, `\uFEFF${old}${row('a')}`)}`,
    ]) {
      assert.equal(repair(content).content, `${HEADER}${row('a')}`);
    }
  });

  it('leaves a file as it is that needs no repair', () => {
    fc.assert(
      fc.property(anyUntidyText, (text) => {
        const { header, lines, content } = repair(text);
        const before = readText(text);
        assert.equal(header, before.header);
        assert.deepEqual(lines.toSorted(), before.lines.toSorted());
        assert.equal(repair(content).content, content);
      }),
    );
  });

  it('keeps the bytes of the lines that it keeps', () => {
    const spaced = row('a').replace('[', '[ ').replace('\n', '\r\n');
    const content = `${HEADER}${conflict(spaced, row('b'))}`;
    assert.equal(repair(content).content, `${HEADER}${spaced}${row('b')}`);
    const crlf = `${HEADER}${conflict(row('a'), row('b'))}`.replaceAll('\n', '\r\n');
    assert.equal(repair(crlf).content, `${HEADER}${row('a')}${row('b')}`.replaceAll('\n', '\r\n'));
  });

  it('names what it cannot repair by its line in the file', () => {
    const first = conflict(row('a'), row('b'), row('c'));
    for (const [content, line] of [
      [`${HEADER}${conflict('broken\n', row('b'))}`, 3],
      [`${HEADER}${first}${conflict(row('d'), 'broken\n')}`, 12],
      [`${HEADER}${first}broken\n`, 9],
      [`${HEADER}${conflict(row('a'), `${row('b')}[1]\n`)}`, 6],
    ] as const) {
      const result = repairBaseline(content);
      assert.ok(result.kind === 'malformed', content);
      assert.equal(result.line, line, content);
    }
  });

  it('refuses markers that are not in their order, because a side would be lost', () => {
    const [start, base, middle, end] = ['<<<<<<< a\n', '||||||| b\n', '=======\n', '>>>>>>> c\n'];
    for (const [markers, line] of [
      [[start], 2],
      [[base], 2],
      [[middle], 2],
      [[end], 2],
      [[start, end], 4],
      [[start, start, middle, end], 4],
      [[start, base, end], 6],
      [[start, base, base, middle, end], 6],
      [[start, middle, middle, end], 6],
      [[start, middle, base, end], 6],
      [[start, middle], 4],
      [[start, middle, end, end], 8],
    ] as const) {
      const content = HEADER + markers.map((marker) => `${marker}${row('a')}`).join('');
      const result = repairBaseline(content);
      assert.ok(result.kind === 'malformed', content);
      assert.equal(result.line, line, content);
    }
  });

  it('does not repair what a newer version wrote', () => {
    const newer = HEADER.replace('"version":1', '"version":2');
    assert.equal(repairBaseline(conflict(newer, HEADER)).kind, 'newer');
  });
});
