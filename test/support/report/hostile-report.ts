import { findCheapest } from '../../../src/core/effort/cheapest.js';
import { toEntry } from '../../../src/core/error/error-entry.js';
import { verbatim } from '../../../src/core/language/language.js';
import type { Report, ReportedError } from '../../../src/core/report/report.js';
import { reportOf } from './report-of.js';
import { locatedError } from './sample-report.js';

/** Each would run a script, load a picture or leave its element, were it not escaped. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</style></title></textarea></pre><svg onload=alert(1)>',
  '<!--',
  'javascript:alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '../../../evil',
  '//evil.example/x',
  'https://evil.example/x',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  'a\u202Ecod.exe\u2066\u0007\u001B[31m\u0000\uD800',
  'م'.repeat(40),
  'x'.repeat(4000),
] as const;

/** A report in which a stranger chose every string. */
export function hostileReport(change: Partial<Report> = {}): Report {
  const errors = ATTACKS.flatMap((attack, at) => [
    reported(attack, at, 'new'),
    reported(attack, at, 'accepted'),
  ]);
  return reportOf(errors, {
    project: ATTACKS[0],
    version: ATTACKS[1],
    baselinePath: ATTACKS[1],
    prefix: ATTACKS[3],
    environment: {
      mypy: ATTACKS[0],
      python: ATTACKS[1],
      platform: ATTACKS[3],
      config: ATTACKS[4],
      targets: [...ATTACKS],
    },
    base: { kind: 'commit', name: ATTACKS[3], commit: ATTACKS[1] },
    verdict: {
      kind: 'regressions',
      failures: [{ kind: 'baseline-grown', count: 1, base: ATTACKS[3] }],
      warnings: [
        { kind: 'growth-unchecked', why: verbatim(ATTACKS[0]) },
        { kind: 'cap-exceeded', part: { kind: 'code', code: ATTACKS[1] }, current: 2, max: 1 },
      ],
    },
    problems: [{ kind: 'configuration-warning', detail: ATTACKS[3] }],
    added: errors.map(({ error, acceptance }) => ({
      entry: toEntry(error, acceptance ?? {}),
      author: error.code,
    })),
    trend: [
      { commit: ATTACKS[1], at: 0, total: 5 },
      { commit: ATTACKS[3], at: 86_400_000, total: 2 },
    ],
    outlook: {
      missingPast: 'shallow',
      plan: null,
      owners: [
        { owners: [...ATTACKS], files: 1, current: 2, committed: 1, new: 1, fixed: 0 },
        { owners: [], files: 1, current: 2, committed: 1, new: 1, fixed: 0 },
      ],
      cheapest: findCheapest(errors.map(({ error }) => error)),
    },
    ...change,
  });
}

function reported(attack: string, at: number, status: 'new' | 'accepted'): ReportedError {
  return {
    id: `${status}-${at}`,
    error: locatedError({
      path: attack,
      code: attack,
      scope: attack,
      message: attack,
      text: attack,
      notes: [
        {
          path: attack,
          start: { line: 1, column: 1 },
          message: attack,
          range: { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 1 },
        },
      ],
    }),
    category: 'other',
    status,
    tier: status === 'new' ? null : 'exact',
    acceptance: { reason: attack, expires: attack },
  };
}
