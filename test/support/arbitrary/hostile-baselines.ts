import fc from 'fast-check';
import type { Baseline, BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { serialiseEntry } from '../../../src/core/baseline/serialise-baseline.js';
import { hostileText } from '../report/hostile-text.js';
import { anyEntry, ENVIRONMENT } from './entries.js';

/** No objects without a prototype: deepEqual tells them from those of JSON.parse. */
const PLAIN = { noNullPrototype: true } as const;

/** Any UTF-16 code units: halves of surrogate pairs too, which UTF-8 cannot hold. */
const anyUnits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7ff, max: 0xe000 })), {
    maxLength: 8,
  })
  .map((units) => String.fromCharCode(...units));

const anyText = fc.oneof(
  anyUnits,
  hostileText,
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '<<<<<<< HEAD',
    '\\',
    '"',
  ),
);

/** Empty acceptances are left out: they say nothing, and are not written. */
const anyAcceptance = fc.oneof(
  fc.record({ reason: anyText }, PLAIN),
  fc.record({ expires: anyText }, PLAIN),
  fc.record({ reason: anyText, expires: anyText }, PLAIN),
);

/** An entry with whatever a string can hold in each of its fields. */
export const anyHostileEntry: fc.Arbitrary<BaselineEntry> = fc
  .record(
    {
      path: anyText.filter((path) => path !== ''),
      code: anyText,
      scope: anyText,
      message: anyText,
      text: anyText,
      acceptance: anyAcceptance,
    },
    { requiredKeys: ['path', 'code', 'scope', 'message', 'text'] },
  )
  .map(({ acceptance, ...entry }) => (acceptance === undefined ? entry : { ...entry, acceptance }));

/** A baseline with whatever a string can hold, entries in no order. */
export const anyHostileBaseline: fc.Arbitrary<Baseline> = fc.record({
  environment: fc.record(
    {
      mypy: anyText,
      python: anyText,
      platform: anyText,
      config: anyText,
      targets: fc.array(anyText, { maxLength: 3 }),
    },
    PLAIN,
  ),
  entries: fc.array(fc.oneof(anyEntry, anyHostileEntry), { maxLength: 12 }),
});

/** A file as hands, editors and merges leave it: each line with the end and spacing of its own. */
export const anyUntidyText: fc.Arbitrary<string> = fc
  .record({
    entries: fc.array(fc.tuple(anyEntry, fc.nat(3), fc.constantFrom('\n', '\r\n')), {
      maxLength: 12,
    }),
    mark: fc.constantFrom('', '\uFEFF'),
    headers: fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1, maxLength: 2 }),
  })
  .map(({ entries, mark, headers }) => {
    const header = JSON.stringify({ format: 'mypy-ratchet-baseline', version: 1, ...ENVIRONMENT });
    const lines = entries.map(([entry, spaces, end]) => {
      const blanks = ' '.repeat(spaces);
      return `[${blanks}${serialiseEntry(entry).slice(1)}${blanks}${end}`;
    });
    return `${mark}${headers.map((end) => `${header}${end}`).join('')}${lines.join('')}`;
  });
