import assert from 'node:assert/strict';
import { BRANCH_ITEM_KINDS } from '../../../../src/core/branch/branch-comparison.js';
import { kindTitle } from '../../../../src/core/branch/kind-title.js';
import { CATEGORIES } from '../../../../src/core/category/categories.js';
import { categoryTitle } from '../../../../src/core/category/category-title.js';
import type { RunFailure } from '../../../../src/core/check/check-run.js';
import { describeDropped, describeKind } from '../../../../src/core/fix/describe-proof.js';
import { FIX_KINDS } from '../../../../src/core/fix/fix.js';
import type { DropReason } from '../../../../src/core/fix/proof.js';
import { describeFinding } from '../../../../src/core/gate/describe-finding.js';
import type { Finding } from '../../../../src/core/gate/verdict.js';
import { verbatim } from '../../../../src/core/language/language.js';
import { describeProblem } from '../../../../src/core/problem/describe-problem.js';
import type { Problem, RejectedInterpreter } from '../../../../src/core/problem/problem.js';
import { describeOutcome, type Outcome } from '../../../../src/project/outcome.js';
import { errorOn, fixFor } from '../../../support/fix/located-errors.js';
import { MARKED, unsaidWords } from '../../../support/language/marked-language.js';

/** One of each kind: the compiler asks for the words of a new one. */
type OneOfEach<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: Extract<Union, { readonly kind: Kind }>;
};

const [path, detail] = ['/1/2', '3'];
const blocker = errorOn('4', 5, '6');
const REJECTED: readonly RejectedInterpreter[] = (
  ['not-found', 'no-mypy', 'not-python', 'too-old'] as const
).map((why) => ({ interpreter: path, origin: 'setting', why, detail }));

const PROBLEMS: OneOfEach<Problem> = {
  'no-interpreter': { kind: 'no-interpreter', rejected: REJECTED },
  'workspace-untrusted': { kind: 'workspace-untrusted', path },
  'no-python-files': { kind: 'no-python-files' },
  'folder-gone': { kind: 'folder-gone', path },
  'check-broken': { kind: 'check-broken', detail },
  'check-slow': { kind: 'check-slow', lastMs: 500 },
  'check-blocked': { kind: 'check-blocked', blockers: [blocker] },
  'check-failed': { kind: 'check-failed', failure: { kind: 'no-mypy', detail }, stderr: '' },
  'baseline-unreadable': { kind: 'baseline-unreadable', path, detail: verbatim(detail) },
  'baseline-malformed': { kind: 'baseline-malformed', path, line: 1, detail: verbatim(detail) },
  'baseline-conflicted': { kind: 'baseline-conflicted', path, line: 1 },
  'baseline-headers-doubled': { kind: 'baseline-headers-doubled', path, line: 1, count: 2 },
  'baseline-newer': { kind: 'baseline-newer', path, version: 9 },
  'baseline-not-written': { kind: 'baseline-not-written', path, detail: verbatim(detail) },
  'committed-baseline-unknown': { kind: 'committed-baseline-unknown', detail },
  'environment-differs': {
    kind: 'environment-differs',
    differences: [{ field: 'config', baseline: '1', here: '' }],
  },
  'check-unconfirmed': { kind: 'check-unconfirmed' },
  'environment-unknown': { kind: 'environment-unknown' },
  'output-unproven': { kind: 'output-unproven' },
  'configuration-warning': { kind: 'configuration-warning', detail },
  'configuration-unreadable': { kind: 'configuration-unreadable', path, detail: verbatim(detail) },
};

const FAILURES: OneOfEach<RunFailure> = {
  'not-started': { kind: 'not-started', detail },
  'no-mypy': { kind: 'no-mypy', detail },
  killed: { kind: 'killed', signal: 'SIGKILL' },
  'timed-out': { kind: 'timed-out', afterMs: 500 },
  crashed: { kind: 'crashed', detail },
  usage: { kind: 'usage', detail },
  flooded: { kind: 'flooded', limitBytes: 2 ** 20 },
  'not-understood': { kind: 'not-understood', detail: verbatim(detail) },
};

const FINDINGS: OneOfEach<Finding> = {
  'new-errors': { kind: 'new-errors', count: 2, expired: 1 },
  'lost-entries': { kind: 'lost-entries', count: 1, deletedFile: null },
  'baseline-grown': { kind: 'baseline-grown', count: 2, base: '1' },
  'growth-unchecked': { kind: 'growth-unchecked', why: verbatim('1') },
  'stale-entries': { kind: 'stale-entries', count: 1 },
  'increase-exceeded': { kind: 'increase-exceeded', current: 3, committed: 1, allowed: 2 },
  'cap-exceeded': { kind: 'cap-exceeded', part: { kind: 'total' }, current: 2, max: 1 },
};

const OUTCOMES: OneOfEach<Outcome> = {
  written: { kind: 'written', added: 1, removed: 2, total: 3 },
  repaired: { kind: 'repaired', cause: 'conflict', total: 1 },
  sound: { kind: 'sound' },
  unchanged: { kind: 'unchanged' },
  exists: { kind: 'exists' },
  absent: { kind: 'absent' },
  'not-new': { kind: 'not-new' },
  refused: { kind: 'refused', problem: PROBLEMS['check-unconfirmed'] },
};

const DROPPED: OneOfEach<DropReason> = {
  useless: { kind: 'useless' },
  causes: { kind: 'causes', errors: [blocker, blocker] },
  unproved: { kind: 'unproved' },
};

function assertSaid(text: string): void {
  assert.deepEqual(unsaidWords(text), []);
}

const listAll = <Item>(values: Readonly<Record<string, Item>>): readonly Item[] =>
  Object.values(values);

describe('every word is said by a Language', () => {
  it('of a problem, and of its details', () => {
    const failed = listAll(FAILURES).map((failure) => {
      return { kind: 'check-failed', failure, stderr: '' } as const;
    });
    for (const problem of [...listAll(PROBLEMS), ...failed]) {
      const words = describeProblem(problem, MARKED);
      assertSaid(words.message);
      assertSaid(words.detail);
    }
  });

  it('of a finding, and of what came of a command', () => {
    for (const finding of listAll(FINDINGS)) assertSaid(describeFinding(finding, MARKED));
    for (const outcome of listAll(OUTCOMES)) {
      assertSaid(describeOutcome(outcome, '1', MARKED));
    }
  });

  it('of categories, fixes and what a branch does', () => {
    const fix = { ...fixFor(blocker), title: verbatim('1') };
    const words = [
      ...CATEGORIES.map(({ id }) => categoryTitle(id, MARKED)),
      ...FIX_KINDS.map((kind) => describeKind(kind, MARKED)),
      ...BRANCH_ITEM_KINDS.map((kind) => kindTitle(kind, MARKED)),
      ...listAll(DROPPED).map((reason) => describeDropped({ fix, reason }, MARKED)),
    ];
    for (const text of words) assertSaid(text);
  });
});
