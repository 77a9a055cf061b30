import { categorise } from '../../../src/core/category/categorise.js';
import { summarise } from '../../../src/core/counts/summarise.js';
import { toEntry } from '../../../src/core/error/error-entry.js';
import type { LocatedError } from '../../../src/core/error/mypy-error.js';
import type { Report } from '../../../src/core/report/report.js';

/** An error at a line (1-based), with whatever a test wants to be different. */
export function locatedError(change: Partial<LocatedError> = {}): LocatedError {
  const line = change.start?.line ?? 3;
  return {
    path: 'app/models.py',
    start: { line, column: 5 },
    end: { line, column: 9 },
    code: 'assignment',
    message:
      'Incompatible types in assignment (expression has type "str", variable has type "int")',
    notes: [],
    range: { startLine: line - 1, startCharacter: 4, endLine: line - 1, endCharacter: 9 },
    scope: 'Model.save',
    text: 'size: int = "x"',
    ...change,
  };
}

const NEW = locatedError();
const OLD = locatedError({
  path: 'app/views.py',
  code: 'union-attr',
  message: 'Item "None" of "Optional[User]" has no attribute "name"',
  scope: 'show',
  text: 'return user.name',
});
const ACCEPTED = locatedError({ path: 'app/old.py', scope: 'legacy' });
const FIXED = locatedError({ path: 'app/done.py', scope: 'finish' });

/** One error of each status, one fixed, one accepted with a reason: a gate that fails. */
export function sampleReport(change: Partial<Report> = {}): Report {
  const acceptance = { reason: 'waits for the new driver', expires: '2027-03-31' };
  const accepted = toEntry(ACCEPTED, acceptance);
  const old = toEntry(OLD);
  const fixed = toEntry(FIXED);
  const summary = summarise({
    errors: [
      { error: NEW, status: { kind: 'new' } },
      { error: ACCEPTED, status: { kind: 'accepted', tier: 'exact', entry: accepted } },
      { error: OLD, status: { kind: 'baseline', tier: 'moved', entry: old, restore: false } },
    ],
    fixed: [fixed],
  });
  return {
    version: '0.1.0',
    project: 'shop',
    baselinePath: 'mypy-baseline.jsonl',
    prefix: 'backend',
    environment: {
      mypy: '2.4.1',
      python: '3.12',
      platform: 'linux',
      config: '0123456789abcdef',
      targets: [],
    },
    checkedAt: Date.UTC(2026, 10, 24, 12, 0, 0),
    durationMs: 4_200,
    verdict: {
      kind: 'regressions',
      failures: [{ kind: 'new-errors', count: 1, expired: 0 }],
      warnings: [{ kind: 'stale-entries', count: 1 }],
    },
    base: { kind: 'commit', name: 'origin/main', commit: 'a'.repeat(40) },
    summary,
    errors: [
      {
        id: '00000000000000a1',
        error: NEW,
        category: categorise(NEW.code, NEW.message),
        status: 'new',
        tier: null,
        acceptance: null,
      },
      {
        id: '00000000000000a2',
        error: ACCEPTED,
        category: categorise(ACCEPTED.code, ACCEPTED.message),
        status: 'accepted',
        tier: 'exact',
        acceptance,
      },
      {
        id: '00000000000000a3',
        error: OLD,
        category: categorise(OLD.code, OLD.message),
        status: 'baseline',
        tier: 'moved',
        acceptance: null,
      },
    ],
    fixed: [fixed],
    added: [{ entry: accepted, author: 'Ada Example' }],
    problems: [],
    trend: [
      { commit: 'b'.repeat(40), at: Date.UTC(2026, 8, 1), total: 5 },
      { commit: 'a'.repeat(40), at: Date.UTC(2026, 10, 1), total: 2 },
    ],
    outlook: null,
    sourceLink: { kind: 'web', url: 'https://github.com/acme/shop/blob/abc/backend' },
    ...change,
  };
}
