import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toEntry } from '../../../../src/core/error/error-entry.js';
import { verbatim } from '../../../../src/core/language/language.js';
import type { Report } from '../../../../src/core/report/report.js';
import { commentMarker } from '../../../../src/report/formats/comment-marker.js';
import { markdownComment } from '../../../../src/report/formats/markdown.js';
import { anyHostileReport } from '../../../support/report/any-hostile-report.js';
import { locatedError, sampleReport } from '../../../support/report/sample-report.js';

/** What GitHub takes at most, in characters. */
const LONGEST_COMMENT = 65_536;

describe('the comment on a pull request', () => {
  it('begins with its mark and says what became of the debt', () => {
    const message =
      '`Incompatible types in assignment (expression has type "str", variable has type "int")`';
    assert.equal(
      markdownComment(sampleReport()),
      [
        '<!-- mypy-ratchet: backend/mypy-baseline.jsonl -->',
        '## The type debt grew',
        '',
        '`shop` has **3 type errors**, 1 more than `origin/main` at `aaaaaaaa`: a regression (1 new, 1 fixed).',
        '',
        '- **Fails:** 1 new error',
        '- **Warning:** 1 entry of the baseline is fixed: "mypy-ratchet shrink" removes it',
        '',
        '| Category | Priority | Errors | Base | Change | New |',
        '| :-- | :-- | --: | --: | --: | --: |',
        '| Incompatible types | high | 2 | 1 | +1 | +1 |',
        '| Optional handling (None) | high | 1 | 1 |  |  |',
        '| **Total** |  | 3 | 2 | +1 | +1 |',
        '',
        '### New errors',
        '',
        `- [\`backend/app/models.py:3\`](https://github.com/acme/shop/blob/abc/backend/app/models.py#L3) ${message} \`assignment\``,
        '',
        '### Accepted into the baseline',
        '',
        `- \`backend/app/old.py\` in \`legacy\` ${message} \`assignment\`: waits for the new driver, until 2027-03-31, by Ada Example`,
        '',
        '<sub>mypy 2.4.1, Python 3.12, 4.2 s. Mypy Ratchet 0.1.0.</sub>',
        '',
      ].join('\n'),
    );
  });

  it('says an improvement in words, and that nothing changed', () => {
    const change = (current: number) => {
      const { summary } = sampleReport();
      const totals = { ...summary.totals, current, committed: 2_000 };
      const base = { kind: 'baseline' as const, why: verbatim('there is no commit yet') };
      return markdownComment(sampleReport({ base, summary: { ...summary, totals } }));
    };
    assert.match(change(800), /\*\*800 type errors\*\*, 1,200 fewer than the baseline: an improve/);
    assert.match(change(2_000), /\*\*2,000 type errors\*\*, as many as the baseline \(/);
  });

  it('lists fifty new errors, says how many more there are, and stays below the limit', () => {
    const text = markdownComment(withErrors(5_000, { message: 'wrong', path: 'a.py' }));
    assert.equal(text.match(/^- \[`backend\/a\.py:\d+`\]/gm)?.length, 50);
    assert.equal(text.match(/^- … and 4,950 more$/gm)?.length, 2);
    assert.ok(text.length < LONGEST_COMMENT, String(text.length));
  });

  it('stays below the limit where every string is as long and as costly as can be', () => {
    for (const unit of ['`', '$', '@a', '日', '🎉', '&', 'a'.repeat(40)]) {
      const long = unit.repeat(5_000);
      const error = { message: long, path: long, scope: long, code: long };
      const text = markdownComment({
        ...withErrors(5_000, error, long),
        project: long,
        prefix: long,
        verdict: {
          kind: 'regressions',
          failures: Array.from({ length: 500 }, () => ({
            kind: 'growth-unchecked',
            why: verbatim(long),
          })),
          warnings: [],
        },
        problems: Array.from({ length: 500 }, () => ({
          kind: 'configuration-warning',
          detail: long,
        })),
        base: { kind: 'commit', name: long, commit: long },
        sourceLink: { kind: 'web', url: long },
      });
      assert.ok(text.length < LONGEST_COMMENT, `${unit}: ${text.length}`);
      assert.match(text, /^- … and [\d,]+ more$/m);
    }
  });

  it('links a path whatever its characters, and none outside the project', () => {
    const path = 'a b/(c)#1?<d>.py';
    assert.match(
      markdownComment(withErrors(1, { path })),
      /\]\(https:\/\/github\.com\/acme\/shop\/blob\/abc\/backend\/a%20b\/%28c%29%231%3F%3Cd%3E\.py#L1\)/,
    );
    assert.match(markdownComment(withErrors(1, { path: '/usr/x.pyi' })), /^- `\/usr\/x\.pyi:1` /m);
  });

  it('has the same lines whatever the code base holds, and its mark once', () => {
    fc.assert(
      fc.property(anyHostileReport, (report) => {
        const text = markdownComment(report);
        assert.ok(text.startsWith(`${commentMarker(report)}\n## The type debt grew\n`));
        const { failures, warnings } = report.verdict;
        const added = report.errors.filter(({ status }) => status === 'new');
        const items = [...failures, ...warnings, ...report.problems, ...added, ...report.added];
        const lines = text.split('\n');
        assert.equal(lines.filter((line) => line.startsWith('- ')).length, items.length);
        const others = lines.filter((line) => line !== '' && !/^(?:- |\| |### )/.test(line));
        assert.deepEqual(
          others.map((line) => line.slice(0, 5)),
          ['<!-- ', '## Th', others[2]?.slice(0, 5), '<sub>'],
        );
        assert.ok(text.length < LONGEST_COMMENT);
      }),
    );
  });
});

/** A report with so many new errors, each of them accepted for a reason as well. */
function withErrors(
  amount: number,
  change: Parameters<typeof locatedError>[0],
  reason = 'later',
): Report {
  const errors = Array.from({ length: amount }, (_, index) => {
    const start = { line: index + 1, column: 1 };
    return {
      id: String(index),
      error: locatedError({ ...change, start }),
      category: 'other' as const,
      status: 'new' as const,
      tier: null,
      acceptance: null,
    };
  });
  const added = errors.map(({ error }) => ({ entry: toEntry(error, { reason }), author: reason }));
  return sampleReport({ errors, added });
}
