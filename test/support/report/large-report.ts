import { categorise } from '../../../src/core/category/categorise.js';
import { toEntry } from '../../../src/core/error/error-entry.js';
import type { Report, ReportedError } from '../../../src/core/report/report.js';
import { reportOf } from './report-of.js';
import { locatedError } from './sample-report.js';

/** Codes and messages as mypy 2.4 prints them, with how often they come in a hundred. */
const KINDS = [
  [34, 'no-untyped-def', 'Function is missing a type annotation for one or more parameters'],
  [16, 'no-untyped-call', 'Call to untyped function "connect" in typed context'],
  [11, 'attr-defined', '"Worker" has no attribute "consumer"'],
  [9, 'arg-type', 'Argument 1 to "apply" has incompatible type "str"; expected "int"'],
  [7, 'union-attr', 'Item "None" of "Connection | None" has no attribute "close"'],
  [6, 'assignment', 'Incompatible default for parameter "args" (default has type "None")'],
  [4, 'override', 'Signature of "run" incompatible with supertype "Task"'],
  [4, 'no-any-return', 'Returning Any from function declared to return "dict[str, int]"'],
  [3, 'import-untyped', 'Skipping analyzing "kombu": module is installed, but missing stubs'],
  [3, 'return-value', 'Incompatible return value type (got "list[str]", expected "set[str]")'],
  [2, 'unreachable', 'Statement is unreachable'],
  [1, 'unused-ignore', 'Unused "type: ignore" comment'],
] as const;

const FOLDERS = ['app', 'app/worker', 'backends/redis', 'concurrency', 'tests/integration/tasks'];

const DAY_MS = 86_400_000;

/** A report of a large code base: mostly old errors, every 150th new, every 400th accepted. */
export function largeReport(size = 6_000): Report {
  const errors = Array.from({ length: size }, (_, at) => reported(at));
  const fixed = errors.slice(0, Math.ceil(size / 50)).map(({ error }) => toEntry(error));
  const added = errors.flatMap(({ error, status, acceptance }, at) =>
    status === 'accepted'
      ? [
          {
            entry: toEntry(error, acceptance ?? undefined),
            author: at % 800 === 0 ? 'Ada Example' : null,
          },
        ]
      : [],
  );
  const newCount = errors.filter(({ status }) => status === 'new').length;
  return reportOf(errors, {
    fixed,
    added,
    verdict: {
      kind: 'regressions',
      failures: [
        { kind: 'new-errors', count: newCount, expired: 0 },
        { kind: 'baseline-grown', count: added.length, base: 'origin/main' },
      ],
      warnings: [{ kind: 'stale-entries', count: fixed.length }],
    },
    trend: Array.from({ length: 60 }, (_, at) => ({
      commit: at.toString(16).padStart(40, '0'),
      at: Date.UTC(2026, 0, 5) + at * 5 * DAY_MS,
      total: Math.round(size * 1.3 - at * 29 + Math.sin(at / 3) * 60),
    })),
  });
}

function reported(at: number): ReportedError {
  const { code, message } = kindOf((at * 37) % 100);
  const folder = FOLDERS[(at * at) % FOLDERS.length] ?? 'app';
  const line = 1 + ((at * 13) % 900);
  const error = locatedError({
    path: `${folder}/module_${(at * 7) % 43}.py`,
    start: { line, column: 5 },
    code,
    message,
    scope: `Worker.handle_${at % 17}`,
    text: `self.handle_${at % 17}(request, timeout=${at % 60}, *args, **kwargs)`,
  });
  const status = at % 400 === 0 ? 'accepted' : at % 150 === 0 ? 'new' : 'baseline';
  const acceptance =
    status === 'accepted' && at % 1200 !== 0
      ? { reason: 'the driver has no stubs yet', expires: '2027-03-31' }
      : null;
  return {
    id: at.toString(16).padStart(16, '0'),
    error,
    category: categorise(code, message),
    status,
    tier: status === 'new' ? null : 'exact',
    acceptance,
  };
}

/** The kind at a place from 0 to 99. */
function kindOf(percentile: number): { readonly code: string; readonly message: string } {
  let before = 0;
  for (const [share, code, message] of KINDS) {
    before += share;
    if (percentile < before) return { code, message };
  }
  return { code: '', message: 'Unused "type: ignore" comment' };
}
