import fc from 'fast-check';
import { CATEGORIES } from '../../../src/core/category/categories.js';
import { categorise } from '../../../src/core/category/categorise.js';
import { ErrorNamer } from '../../../src/core/error/error-id.js';
import type { LocatedError } from '../../../src/core/error/mypy-error.js';
import type { CapPart } from '../../../src/core/gate/gate-policy.js';
import type { Finding } from '../../../src/core/gate/verdict.js';
import { verbatim } from '../../../src/core/language/language.js';
import type { Report, ReportedError } from '../../../src/core/report/report.js';
import { anyEntries, anyEntry, ENVIRONMENT } from '../arbitrary/entries.js';
import { toError } from '../arbitrary/errors.js';
import { reportOf } from './report-of.js';

/** All that makes a report, before its errors have names. */
export interface ReportParts {
  readonly errors: readonly Omit<ReportedError, 'id'>[];
  readonly change: Pick<
    Report,
    | 'project'
    | 'prefix'
    | 'environment'
    | 'base'
    | 'verdict'
    | 'fixed'
    | 'added'
    | 'problems'
    | 'sourceLink'
  >;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('\u0000\u001b[31m', '\ud800', '日本 🎉', '{0} [a](b)'),
);
const anyPath = fc.oneof(
  fc.constantFrom('a.py', 'pkg/ü.py', 'c d#%?.py', 'a:b.py', '\ud800.py'),
  fc.constantFrom('/usr/lib/typeshed/a b.pyi', 'C:/lib/ü#.pyi', '//server/share/a.py'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyLine = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_999 }));

const anyError: fc.Arbitrary<LocatedError> = fc
  .record({
    entry: anyEntry,
    path: anyPath,
    line: anyLine,
    notes: fc.array(fc.record({ path: anyPath, line: anyLine, message: anyText }), {
      maxLength: 3,
    }),
  })
  .map(({ entry, path, line, notes }) => ({
    ...toError({ ...entry, path }, line),
    notes: notes.map((note) => {
      const { start, range } = toError(entry, note.line);
      return { path: note.path, message: note.message, start, range };
    }),
  }));

const anyReported: fc.Arbitrary<Omit<ReportedError, 'id'>> = fc
  .record({
    error: anyError,
    status: fc.constantFrom('new', 'accepted', 'baseline'),
    tier: fc.constantFrom('exact', 'moved', 'reworded', 'edited', 'renamed', 'relocated'),
    acceptance: fc.option(
      fc.record({ reason: anyText, expires: fc.constant('2026-12-31') }, { requiredKeys: [] }),
    ),
  })
  .map(({ error, status, tier, acceptance }) => ({
    error,
    category: categorise(error.code, error.message),
    status,
    tier: status === 'new' ? null : tier,
    acceptance,
  }));

const anyCount = fc.nat(99_999);
const anyPart: fc.Arbitrary<CapPart> = fc.oneof(
  fc.record({ kind: fc.constant('total') }),
  fc.record({
    kind: fc.constant('category'),
    category: fc.constantFrom(...CATEGORIES.map(({ id }) => id)),
  }),
  fc.record({ kind: fc.constant('code'), code: anyText }),
  fc.record({ kind: fc.constant('directory'), path: anyPath }),
);

const anyFinding: fc.Arbitrary<Finding> = fc.oneof(
  fc.record({ kind: fc.constant('new-errors'), count: anyCount, expired: anyCount }),
  fc.record({
    kind: fc.constant('lost-entries'),
    count: anyCount,
    deletedFile: fc.option(anyPath),
  }),
  fc.record({ kind: fc.constant('baseline-grown'), count: anyCount, base: anyText }),
  fc.record({ kind: fc.constant('growth-unchecked'), why: anyText.map(verbatim) }),
  fc.record({ kind: fc.constant('stale-entries'), count: anyCount }),
  fc.record({
    kind: fc.constant('increase-exceeded'),
    current: anyCount,
    committed: anyCount,
    allowed: anyCount,
  }),
  fc.record({
    kind: fc.constant('cap-exceeded'),
    part: anyPart,
    current: anyCount,
    max: anyCount,
  }),
);

const anyChange: fc.Arbitrary<ReportParts['change']> = fc.record({
  project: anyText,
  prefix: fc.constantFrom('', 'backend', 'services/ü #1', '\udfff'),
  environment: fc.option(fc.constant(ENVIRONMENT)),
  base: fc.oneof(
    fc.record({ kind: fc.constant('baseline'), why: anyText.map(verbatim) }),
    fc.record({ kind: fc.constant('commit'), name: anyText, commit: fc.constant('a'.repeat(40)) }),
  ),
  verdict: fc.record({
    kind: fc.constantFrom('pass', 'stale', 'regressions'),
    failures: fc.array(anyFinding, { maxLength: 3 }),
    warnings: fc.array(anyFinding, { maxLength: 3 }),
  }),
  fixed: anyEntries,
  added: fc.array(fc.record({ entry: anyEntry, author: fc.option(anyText) }), { maxLength: 3 }),
  problems: fc.array(fc.record({ kind: fc.constant('configuration-warning'), detail: anyText }), {
    maxLength: 2,
  }),
  sourceLink: fc.option(fc.record({ kind: fc.constant('web' as const), url: fc.webUrl() })),
});

/** Reports of every shape, with paths, codes and messages that need care. */
export const anyReportParts: fc.Arbitrary<ReportParts> = fc.record({
  errors: fc.array(anyReported, { maxLength: 12 }),
  change: anyChange,
});

/** A report whose errors are named as a check names them. */
export function assembleReport({ errors, change }: ReportParts): Report {
  const ids = new ErrorNamer().name(errors.map(({ error }) => error));
  return reportOf(
    errors.map((reported, index) => ({ ...reported, id: ids[index] ?? '' })),
    change,
  );
}
