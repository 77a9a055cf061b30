import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBaseline } from '../../../../src/core/baseline/parse-baseline.js';
import { repairBaseline } from '../../../../src/core/baseline/repair-baseline.js';
import { serialiseBaseline } from '../../../../src/core/baseline/serialise-baseline.js';
import { ENGLISH, phrase } from '../../../../src/core/language/language.js';
import { anyHostileBaseline } from '../../../support/arbitrary/hostile-baselines.js';
import { HEADER, readText } from '../../../support/baseline/baseline-text.js';

const ROW = '["a.py","misc","f","wrong","x = 1"]\n';
const ENTRY = '["a.py","misc","f","wrong","x = 1"';

/** Lines that look like an entry or a header and are none. */
const DAMAGED: readonly (readonly [name: string, line: string])[] = [
  ['no JSON', 'x'],
  ['an empty object', '{}'],
  ['an object of another kind', '{"a":1}'],
  ['a number', '1'],
  ['null', 'null'],
  ['a string', '"a.py"'],
  ['an empty array', '[]'],
  ['too few fields', '["a.py","misc","f","wrong"]'],
  ['too many fields', `${ENTRY},{"reason":"r"},1]`],
  ['an empty path', '["","misc","f","wrong","x = 1"]'],
  ['two entries in one line', ROW.trimEnd().repeat(2)],
  ['a comma after it', `${ROW.trimEnd()},`],
  ['a comment', `${ROW.trimEnd()} // why`],
  ['a raw NUL', '["a.py\0","misc","f","wrong","x = 1"]'],
  ['a raw tab in a string', '["a.py","misc","f","wrong","x\t= 1"]'],
  ['a carriage return in a string', '["a.py","misc","f","wrong","x\r= 1"]'],
  ['NUL for a line', '\0\0\0'],
  ['two byte order marks', `\uFEFF\uFEFF${ROW.trimEnd()}`],
  ['half an escape', '["a.py","misc","f","\\ud8","x = 1"]'],
  ['an unknown escape', '["a.py","misc","f","\\x41","x = 1"]'],
  ...['1', 'null', 'true', '{}', '["a"]', '1e999'].flatMap((value) =>
    [0, 1, 2, 3, 4].map((field): readonly [string, string] => {
      const fields = ['"a.py"', '"misc"', '"f"', '"wrong"', '"x = 1"'];
      return [`${value} for field ${field + 1}`, `[${fields.with(field, value).join(',')}]`];
    }),
  ),
  ...[
    'null',
    '[]',
    '"why"',
    '0',
    '{"reason":1}',
    '{"reason":null}',
    '{"expires":20261231}',
    '{"reason":"r","owner":"somebody"}',
    '{"reason":"one","reason":"two"}',
    '{"expires":"2026-12-31","reason":"r","expires":"2027-12-31"}',
    '{"__proto__":{"reason":"r"}}',
    '{"reason":"r","__proto__":{"expires":"2026-12-31"}}',
    '{"constructor":"r"}',
  ].map((value): readonly [string, string] => [`${value} for an acceptance`, `${ENTRY},${value}]`]),
];

/** The same for headers: fields to replace in a good one. */
const HEADERS: readonly (readonly [from: string, to: string])[] = [
  ['"format":"mypy-ratchet-baseline"', '"format":"another"'],
  ['"format":"mypy-ratchet-baseline",', ''],
  ['"version":1', '"version":"1"'],
  ['"version":1', '"version":0'],
  ['"version":1', '"version":-1'],
  ['"version":1', '"version":1.5'],
  ['"version":1', '"version":1e999'],
  ['"version":1', '"version":null'],
  ['"version":1', '"version":2,"version":1'],
  ['"version":1,', ''],
  ['"mypy":"2.4.1",', ''],
  ['"mypy":"2.4.1"', '"mypy":2.4'],
  ['"mypy":"2.4.1"', '"mypy":"2.4.0","mypy":"2.4.1"'],
  ['"python":"3.11"', '"python":3.11'],
  ['"targets":[]', '"targets":null'],
  ['"targets":[]', '"targets":"src"'],
  ['"targets":[]', '"targets":["src",1]'],
  ['"targets":[]', '"targets":[["src"]]'],
  ['"targets":[]', '"targets":{"length":0}'],
  ['"targets":[]', '"targets":[],"total":3'],
  ['"targets":[]', '"targets":[],"__proto__":{}'],
];

function assertMalformed(content: string, line: number, name: string): void {
  const result = parseBaseline(content);
  assert.equal(result.kind, 'malformed', name);
  assert.ok(result.kind === 'malformed');
  assert.equal(result.line, line, name);
  const detail = ENGLISH.express(result.detail);
  assert.notEqual(detail, '', name);
  assert.doesNotMatch(detail, /\n|\bline \d/, name);
}

describe('a damaged baseline file', () => {
  it('is named with the line of what is no entry', () => {
    for (const [name, line] of DAMAGED) {
      assertMalformed(`${HEADER}${ROW}\n${line}\n${ROW}`, 4, name);
      assertMalformed(`${HEADER}${ROW}\n${line}\n${ROW}`.replaceAll('\n', '\r\n'), 4, name);
      assertMalformed(`\uFEFF${HEADER}${line}`, 2, name);
      assertMalformed(`${line}\n${HEADER}${ROW}`, 1, name);
    }
  });

  it('is named with the line of what is no header', () => {
    for (const [from, to] of HEADERS) {
      assert.ok(HEADER.includes(from), from);
      const header = HEADER.replace(from, to);
      assertMalformed(`${header}${ROW}`, 1, to);
      assertMalformed(`${HEADER}${ROW}${header}`, 3, to);
    }
  });

  it('says where in the line, and never what stands there', () => {
    const result = parseBaseline(`${HEADER}["secret","misc"} "secret"\n`);
    assert.deepEqual(result, {
      kind: 'malformed',
      line: 2,
      detail: phrase('it is not JSON from character {0}', 17),
    });
  });

  it('is not one that names another object by a name of JavaScript', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const rows = names.map((name) => `${JSON.stringify(Array(5).fill(name))}\n`).join('');
    const { baseline } = readText(`${HEADER}${rows}`);
    assert.deepEqual(
      baseline.entries.map(({ path }) => path),
      names,
    );
    assert.equal(Object.hasOwn(Object.prototype, 'reason'), false);
  });

  it('is malformed when it was cut anywhere but between two lines', () => {
    fc.assert(
      fc.property(anyHostileBaseline, (baseline) => {
        const content = serialiseBaseline(baseline);
        for (let length = 0; length < content.length; length++) {
          const cut = content.slice(0, length);
          const isWhole = length > 0 && (cut.endsWith('\n') || content[length] === '\n');
          if (isWhole) readText(cut);
          else assertMalformed(cut, cut.split('\n').length, cut);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('never throws, whatever it holds', () => {
    const parts = fc.oneof(
      fc.constantFrom(HEADER, ROW, '\n', '\r', '\r\n', '\uFEFF', '\0', '\u2028', '[', '{', '"'),
      fc.constantFrom('<<<<<<< a\n', '||||||| b\n', '=======\n', '>>>>>>> c\n'),
      fc.constantFrom(...DAMAGED.map(([, line]) => `${line}\n`)),
      fc.string({ unit: 'binary' }),
      fc.json(),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (texts) => {
        const content = texts.join('');
        const result = parseBaseline(content);
        const count = content.split('\n').length;
        if (result.kind === 'malformed') assert.ok(result.line >= 1 && result.line <= count);
        const repaired = repairBaseline(content);
        if (repaired.kind === 'malformed') assert.ok(repaired.line >= 1 && repaired.line <= count);
        if (result.kind === 'read') assert.equal(repaired.kind, 'read');
      }),
      { numRuns: 2_000 },
    );
  });
});
