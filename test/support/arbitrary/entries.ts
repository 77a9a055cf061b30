import fc from 'fast-check';
import type { BaselineEntry, BaselineEnvironment } from '../../../src/core/baseline/baseline.js';

/** Few names, so that equal and nearly equal entries are common. */
const names = fc.constantFrom('a', 'b', 'load', 'Cart.add', 'é', '日本', '🎉');
const paths = fc.constantFrom('a.py', 'b.py', 'pkg/a.py', 'pkg/ü.py', 'c d#.py');
const codes = fc.constantFrom('arg-type', 'misc', 'no-untyped-def', 'assignment', '');

/** Entries as real code bases have them: many alike, some with odd characters. */
export const anyEntry: fc.Arbitrary<BaselineEntry> = fc
  .record(
    {
      path: paths,
      code: codes,
      scope: fc.oneof(fc.constant(''), names),
      message: fc.oneof(
        names.map((name) => `Name "${name}" is wrong`),
        names.map((name) => `"${name}" already defined on line 12`),
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      text: fc.oneof(
        names.map((name) => `self.value = ${name}(1, 2)`),
        // What only a formatter tells from the line above.
        names.map((name) => `self.value = ${name}(1, 2),`),
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      acceptance: fc.record(
        { reason: fc.string(), expires: fc.constant('2026-12-31') },
        // deepEqual tells an object without a prototype from one of JSON.parse.
        { noNullPrototype: true },
      ),
    },
    { requiredKeys: ['path', 'code', 'scope', 'message', 'text'] },
  )
  .map(({ acceptance, ...entry }) => (acceptance === undefined ? entry : { ...entry, acceptance }));

export const anyEntries = fc.array(anyEntry, { maxLength: 30 });

export const ENVIRONMENT: BaselineEnvironment = {
  mypy: '2.4.1',
  python: '3.11',
  platform: 'linux',
  config: '0123456789ab',
  targets: [],
};
