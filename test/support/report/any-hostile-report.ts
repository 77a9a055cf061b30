import fc from 'fast-check';
import { categorise } from '../../../src/core/category/categorise.js';
import { toEntry } from '../../../src/core/error/error-entry.js';
import type { Finding } from '../../../src/core/gate/verdict.js';
import { verbatim } from '../../../src/core/language/language.js';
import type { Report, ReportedError } from '../../../src/core/report/report.js';
import { hostileText } from './hostile-text.js';
import { locatedError, sampleReport } from './sample-report.js';

const anyAcceptance = fc.record(
  { reason: hostileText, expires: hostileText },
  { requiredKeys: [] },
);

const anyReportedError: fc.Arbitrary<Omit<ReportedError, 'id'>> = fc
  .record({
    path: hostileText,
    code: fc.oneof(fc.constantFrom('assignment', 'union-attr', ''), hostileText),
    message: hostileText,
    scope: hostileText,
    text: hostileText,
    note: hostileText,
    line: fc.nat(9),
    status: fc.constantFrom('new' as const, 'accepted' as const, 'baseline' as const),
    acceptance: fc.option(anyAcceptance),
  })
  .map(({ line, status, acceptance, note, ...said }) => {
    const start = { line, column: 5 };
    const { range } = locatedError({ start });
    const notes = [{ path: said.path, start, message: note, range }];
    return {
      error: locatedError({ ...said, start, notes }),
      category: categorise(said.code, said.message),
      status,
      tier: null,
      acceptance,
    };
  });

const anyFinding: fc.Arbitrary<Finding> = fc.oneof(
  fc.record({ kind: fc.constant('new-errors' as const), count: fc.nat(), expired: fc.nat() }),
  fc.record({ kind: fc.constant('growth-unchecked' as const), why: hostileText.map(verbatim) }),
  fc.record({ kind: fc.constant('baseline-grown' as const), count: fc.nat(), base: hostileText }),
  fc.record({
    kind: fc.constant('cap-exceeded' as const),
    part: fc.record({ kind: fc.constant('directory' as const), path: hostileText }),
    current: fc.nat(),
    max: fc.nat(),
  }),
);

/** Reports of a gate that fails, whose every string is hostile. Their numbers are the sample's. */
export const anyHostileReport: fc.Arbitrary<Report> = fc
  .record({
    errors: fc.array(anyReportedError, { maxLength: 6 }),
    failures: fc.array(anyFinding, { maxLength: 3 }),
    warnings: fc.array(anyFinding, { maxLength: 3 }),
    project: hostileText,
    prefix: hostileText,
    base: hostileText,
    author: fc.option(hostileText),
  })
  .map(({ errors, failures, warnings, project, prefix, base, author }) =>
    sampleReport({
      project,
      prefix,
      base: { kind: 'commit', name: base, commit: 'a'.repeat(40) },
      verdict: { kind: 'regressions', failures, warnings },
      errors: errors.map((reported, index) => ({ id: `id-${index}`, ...reported })),
      added: errors.map(({ error, acceptance }) => ({
        entry: toEntry(error, acceptance ?? undefined),
        author,
      })),
      problems: [{ kind: 'configuration-warning', detail: `mypy: ${base}` }],
    }),
  );
