import assert from 'node:assert/strict';
import type { BaselineRead } from '../../../../src/core/baseline/baseline.js';
import { mergeBaselines } from '../../../../src/core/baseline/merge-baseline.js';
import { parseBaseline } from '../../../../src/core/baseline/parse-baseline.js';
import { repairBaseline } from '../../../../src/core/baseline/repair-baseline.js';
import { ENGLISH } from '../../../../src/core/language/language.js';
import { HEADER } from '../../../support/baseline/baseline-text.js';

const ROW = '["a.py","misc","f","wrong","x = 1"]\n';
const MEGA = 2 ** 20;
/** Twice the size may take so many times as long, and so many ms besides: garbage is collected meanwhile. */
const GROWTH = 3;
const SLACK_MS = 400;

/** What makes a text of a size (UTF-16 code units), and what it is. */
const HUGE: readonly (readonly [
  name: string,
  kind: BaselineRead['kind'],
  (size: number) => string,
])[] = [
  ['one line', 'read', (size) => `["a","b","c","d","${'x'.repeat(size)}"]`],
  ['one line without its end', 'malformed', (size) => `["a","b","c","d","${'x'.repeat(size)}`],
  ['no JSON', 'malformed', (size) => 'x'.repeat(size)],
  ['quotes', 'malformed', (size) => '"'.repeat(size)],
  ['backslashes', 'malformed', (size) => `"${'\\'.repeat(size)}`],
  [
    'an acceptance',
    'read',
    (size) => `["a","b","c","d","e",{"reason":"${'\\"'.repeat(size / 2)}"}]`,
  ],
  ['blanks', 'read', (size) => ' '.repeat(size)],
  ['blank lines', 'read', (size) => '\n'.repeat(size)],
  ['carriage returns', 'read', (size) => '\r'.repeat(size)],
  ['half a marker', 'malformed', (size) => '<'.repeat(size)],
  ['markers', 'conflicted', (size) => '<<<<<<<\n'.repeat(size / 8)],
  ['headers', 'read', (size) => HEADER.repeat(size / HEADER.length)],
  ['a long header', 'read', (size) => HEADER.replace('[]', `["${'x'.repeat(size)}"]`)],
  ['many targets', 'read', (size) => HEADER.replace('[]', `["x"${',"x"'.repeat(size / 4)}]`)],
  ['equal entries', 'read', (size) => ROW.repeat(size / ROW.length)],
  ['numbers', 'malformed', (size) => '1'.repeat(size)],
  ['many fields', 'malformed', (size) => `[${'"a",'.repeat(size / 4)}"a"]`],
  ['many members', 'malformed', (size) => `{${'"a":1,'.repeat(size / 6)}"b":1}`],
];

/** Opening brackets and, where they are, closing ones; so many that recursion would overflow. */
const DEEP: readonly (readonly [name: string, (depth: number) => string])[] = [
  ['arrays', (depth) => '['.repeat(depth) + ']'.repeat(depth)],
  ['arrays without an end', (depth) => '['.repeat(depth)],
  ['objects', (depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ['objects without an end', (depth) => '{"a":'.repeat(depth)],
  ['arrays in a field', (depth) => `["a",${'['.repeat(depth)}${']'.repeat(depth)},"c","d","e"]`],
  ['an acceptance', (depth) => `["a","b","c","d","e",${'['.repeat(depth)}${']'.repeat(depth)}]`],
  [
    'a reason',
    (depth) => `["a","b","c","d","e",{"reason":${'['.repeat(depth)}${']'.repeat(depth)}}]`,
  ],
  ['targets', (depth) => HEADER.trimEnd().replace('[]', '['.repeat(depth) + ']'.repeat(depth))],
];

/** The time (ms) that this process worked, whatever else the machine does; the better of two. */
function timeOf(action: () => void): number {
  const times = [0, 1].map(() => {
    const before = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Fails where an action takes more than in proportion to the size of what it gets. */
function assertLinear(name: string, size: number, action: (size: number) => () => void): void {
  const [once, twice] = [action(size), action(2 * size)];
  const [less, more] = [timeOf(once), timeOf(twice)];
  assert.ok(more <= GROWTH * less + SLACK_MS, `${name}: ${less} ms, twice the size ${more} ms`);
}

describe('a huge baseline file', () => {
  for (const [name, kind, toText] of HUGE) {
    it(`of ${name} is ${kind} in time that grows as it does`, () => {
      assertLinear(name, 4 * MEGA, (size) => {
        const content = `${HEADER}${toText(size)}`;
        return () => {
          const result = parseBaseline(content);
          assert.equal(result.kind, kind);
          if (result.kind === 'malformed') assert.equal(result.line, 2);
        };
      });
    });
  }

  for (const [name, toText] of DEEP) {
    it(`of ${name}, deeply nested, is malformed`, () => {
      for (const depth of [100_000, 1_000_000]) {
        const result = parseBaseline(`${HEADER}${toText(depth)}\n${ROW}`);
        assert.ok(result.kind === 'malformed');
        assert.equal(result.line, 2);
      }
    });
  }

  it('with a line of 64 million characters is read, and with half of it malformed', () => {
    const line = `["a","b","c","d","${'x'.repeat(64_000_000)}"]`;
    assert.equal(parseBaseline(`${HEADER}${line}\n`).kind, 'read');
    const cut = parseBaseline(`${HEADER}${ROW}${line.slice(0, 32_000_000)}`);
    assert.ok(cut.kind === 'malformed');
    assert.equal(cut.line, 3);
    assert.ok(ENGLISH.express(cut.detail).length < 100, 'the line itself is not in the message');
  });

  it('of equal entries is repaired and merged in time that grows as it does', () => {
    assertLinear('repair', 25_000, (count) => {
      const content = `${HEADER}<<<<<<< a\n${ROW.repeat(count)}=======\n${ROW}>>>>>>> b\n`;
      return () => assert.equal(repairBaseline(content).kind, 'read');
    });
    assertLinear('merge', 25_000, (count) => {
      const [few, many] = [`${HEADER}${ROW}`, `${HEADER}${ROW.repeat(count)}`];
      return () => {
        assert.equal(mergeBaselines({ base: few, ours: many, theirs: few }).kind, 'merged');
        assert.equal(mergeBaselines({ base: many, ours: many, theirs: few }).kind, 'merged');
        assert.equal(mergeBaselines({ base: few, ours: few, theirs: many }).kind, 'merged');
      };
    });
  });
});
