import assert from 'node:assert/strict';
import { UNKNOWN_ORIGIN } from '../../../../src/core/baseline/line-origin.js';
import { branchMarkdown } from '../../../../src/core/branch/branch-markdown.js';
import type { DescribedItem } from '../../../../src/core/branch/described-item.js';
import { compareCase, entryOf } from '../../../support/branch/branch-case.js';

const HEADING = {
  project: 'shop',
  prefix: 'backend',
  name: 'origin/main',
  commit: 'a'.repeat(40),
} as const;

const ORIGIN = {
  commit: 'b'.repeat(40),
  author: 'Ada [x](y) @all',
  at: Date.UTC(2026, 10, 24),
  subject: 'accept',
  isOldestKnown: false,
} as const;

describe("a branch's summary in Markdown", () => {
  it('says all that the branch does, and why', () => {
    const accepted = entryOf('b', { acceptance: { reason: 'waits', expires: '2027-01-31' } });
    const comparison = compareCase({
      errors: [entryOf('a'), accepted, { ...entryOf('d'), text: 'result = d(value_of_ddd)' }],
      base: [entryOf('c'), entryOf('d')],
      working: [accepted, entryOf('d')],
    });
    const described = comparison.items.map(
      (item): DescribedItem => ({
        item,
        causes: item.kind === 'introduced' ? ['models.py'] : [],
        origin: item.kind === 'accepted' ? { kind: 'committed', line: ORIGIN } : UNKNOWN_ORIGIN,
      }),
    );
    const said = (name: string) =>
      `\`Argument 1 to "${name}" has incompatible type "str"; expected "int"\` \`arg-type\``;
    assert.equal(
      branchMarkdown(HEADING, comparison, described),
      [
        '## Type debt of `shop` against `origin/main` at `aaaaaaaa`',
        '',
        '**3 type errors** (+1): 1 new, 1 accepted, 1 fixed, 1 moved or edited.',
        '',
        '| Category | Errors | Base | Change | New |',
        '| :-- | --: | --: | --: | --: |',
        '| Incompatible types | 3 | 2 | +1 | +1 |',
        '',
        '### Introduces',
        '',
        `- \`backend/a.py:1\` ${said('a')}, broken by your change to \`backend/models.py\``,
        '',
        '### Accepts',
        '',
        `- \`backend/a.py:2\` ${said('b')}: waits, until 2027-01-31, by Ada &#91;x&#93;(y) &#64;\u200Ball on 2026-11-24`,
        '',
        '### Fixes',
        '',
        `- \`backend/a.py\` ${said('c')}`,
        '',
        '### Moves or edits',
        '',
        `- \`backend/a.py:3\` ${said('d')}, the line was edited, and mypy still finds the same wrong with it`,
        '',
      ].join('\n'),
    );
  });

  it('stays below what GitHub takes, and says how much it leaves out', () => {
    const many = (name: string) =>
      Array.from({ length: 2_000 }, (_, index) =>
        entryOf(`${name}${index}`, { path: `${name}/${index}/${'`'.repeat(2_000)}.py` }),
      );
    const [added, taken, gone] = [many('added'), many('taken'), many('gone')];
    const text = branchMarkdown(
      HEADING,
      compareCase({ errors: [...added, ...taken], base: gone, working: taken }),
      [],
    );
    assert.ok(text.length < 65_536, String(text.length));
    assert.equal(text.match(/^- … and [\d,]+ more$/gm)?.length, 3);
  });
});
