import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { reconcile } from '../../../src/core/compare/reconcile.js';
import { describeFinding } from '../../../src/core/gate/describe-finding.js';
import { DEFAULT_POLICY, type GatePolicy } from '../../../src/core/gate/gate-policy.js';
import { findAdded } from '../../../src/core/gate/growth.js';
import { type GateBase, judgeGate } from '../../../src/core/gate/judge-gate.js';
import { parsePolicy } from '../../../src/core/gate/parse-policy.js';
import type { Verdict } from '../../../src/core/gate/verdict.js';
import { ENGLISH, verbatim } from '../../../src/core/language/language.js';
import { anyEntries } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';

const TODAY = '2026-11-24';

function entry(name: string, change: Partial<BaselineEntry> = {}): BaselineEntry {
  return {
    path: `app/${name}.py`,
    code: 'assignment',
    scope: name,
    message: `Incompatible types in ${name}`,
    text: `${name}: int = "${name}"`,
    ...change,
  };
}

const [ONE, TWO, THREE] = [entry('one'), entry('two'), entry('three')];

interface Change {
  /** Errors of today, as entries would say them. */
  readonly errors: readonly BaselineEntry[];
  readonly working: readonly BaselineEntry[];
  /** At HEAD; the working one when absent. */
  readonly committed?: readonly BaselineEntry[];
  /** At the merge base; that of HEAD when absent. */
  readonly base?: readonly BaselineEntry[] | GateBase;
  readonly deletedFile?: string;
}

function judge(change: Change, policy: Partial<GatePolicy> = {}): Verdict {
  const { errors, working, committed = working, base = committed, deletedFile = null } = change;
  const known: GateBase =
    'kind' in base
      ? base
      : { kind: 'found', name: 'main', total: base.length, added: findAdded(working, base) };
  return judgeGate(
    {
      reconciliation: reconcile(toErrors(errors), working, committed),
      unchanged: [],
      baselineTotal: working.length,
      deletedFile,
      base: known,
      today: TODAY,
    },
    { ...DEFAULT_POLICY, ...policy },
  );
}

describe('the gate', () => {
  it('passes what the baseline knows', () => {
    const verdict = judge({ errors: [ONE, TWO], working: [ONE, TWO] });
    assert.deepEqual(verdict, { kind: 'pass', failures: [], warnings: [] });
  });

  it('fails one new error', () => {
    const { kind, failures } = judge({ errors: [ONE, TWO], working: [ONE] });
    assert.equal(kind, 'regressions');
    assert.deepEqual(failures, [{ kind: 'new-errors', count: 1, expired: 0 }]);
  });

  it('fails a second error that is equal to a known one', () => {
    assert.equal(judge({ errors: [ONE, ONE], working: [ONE] }).kind, 'regressions');
  });

  it('fails a change that rewrites its own baseline', () => {
    const { kind, failures } = judge({ errors: [ONE, TWO], working: [ONE, TWO], base: [ONE] });
    assert.equal(kind, 'regressions');
    assert.deepEqual(failures, [{ kind: 'baseline-grown', count: 1, base: 'main' }]);
  });

  it('fails a change that swaps one entry for another', () => {
    const verdict = judge({ errors: [TWO], working: [TWO], base: [ONE] });
    assert.equal(verdict.kind, 'regressions');
  });

  it('passes a baseline that grew with a reason, and not with an empty one', () => {
    const accept = (reason: string) => ({ ...TWO, acceptance: { reason } });
    const grown = (reason: string) => [ONE, accept(reason)];
    assert.equal(judge({ errors: [ONE, TWO], working: grown('why'), base: [ONE] }).kind, 'pass');
    assert.equal(
      judge({ errors: [ONE, TWO], working: grown('  '), base: [ONE] }).kind,
      'regressions',
    );
  });

  it('passes an entry whose line was edited or whose file was renamed', () => {
    const edited = { ...ONE, text: 'one: int = str(1)' };
    assert.equal(judge({ errors: [edited], working: [edited], base: [ONE] }).kind, 'pass');
    const renamed = { ...ONE, path: 'app/uno.py' };
    assert.equal(judge({ errors: [renamed], working: [renamed], base: [ONE] }).kind, 'pass');
  });

  it('passes the first baseline', () => {
    assert.equal(judge({ errors: [ONE], working: [ONE], base: { kind: 'first' } }).kind, 'pass');
  });

  it('fails when it could not look at the base', () => {
    const base = { kind: 'unchecked', why: verbatim('the clone is shallow') } as const;
    assert.equal(judge({ errors: [ONE], working: [ONE], base }).kind, 'regressions');
    const { kind, warnings } = judge({ errors: [ONE], working: [ONE], base }, { growth: 'warn' });
    assert.deepEqual([kind, warnings.length], ['pass', 1]);
  });

  it('takes an acceptance that has run out for none', () => {
    const until = (expires: string) => [{ ...ONE, acceptance: { reason: 'x', expires } }];
    assert.equal(judge({ errors: [ONE], working: until('2026-11-24') }).kind, 'pass');
    for (const expires of ['2026-11-23', 'next year', '']) {
      const { failures } = judge({ errors: [ONE], working: until(expires) });
      assert.deepEqual(failures, [{ kind: 'new-errors', count: 1, expired: 1 }], expires);
    }
  });

  it('tells stale entries, fails them alone as stale, or says nothing', () => {
    const change = { errors: [ONE], working: [ONE, TWO] };
    assert.deepEqual(judge(change).warnings, [{ kind: 'stale-entries', count: 1 }]);
    assert.equal(judge(change, { stale: 'fail' }).kind, 'stale');
    assert.equal(judge(change, { stale: 'off' }).warnings.length, 0);
    const worse = { errors: [ONE, THREE], working: [ONE, TWO] };
    assert.equal(judge(worse, { stale: 'fail' }).kind, 'regressions');
  });

  it('fails when a line was taken out of the file and the error is still there', () => {
    const { failures } = judge({ errors: [ONE], working: [], committed: [ONE] });
    assert.deepEqual(failures, [{ kind: 'lost-entries', count: 1, deletedFile: null }]);
  });

  it('says what brings a deleted file back', () => {
    const deletedFile = 'mypy-baseline.jsonl';
    const { failures } = judge({ errors: [ONE], working: [], committed: [ONE], deletedFile });
    assert.deepEqual(
      failures.map((finding) => describeFinding(finding, ENGLISH)),
      [
        '1 error whose baseline file was deleted: "git checkout HEAD -- mypy-baseline.jsonl" puts it back',
      ],
    );
  });

  it('can take edited lines for new', () => {
    const change = { errors: [{ ...ONE, text: 'one: int = str(1)' }], working: [ONE] };
    assert.equal(judge(change).kind, 'pass');
    assert.equal(judge(change, { editedIsNew: true }).kind, 'regressions');
  });

  it('allows an increase up to what was said, of the base', () => {
    const ten = Array.from({ length: 10 }, (_, index) => entry(`old_${index}`));
    const { policy } = parsePolicy({ 'max-increase': '10%', growth: 'off' });
    assert.equal(judge({ errors: [...ten, ONE], working: ten }, policy).kind, 'pass');
    const two = judge({ errors: [...ten, ONE, TWO], working: ten }, policy);
    assert.deepEqual(two.failures, [
      { kind: 'increase-exceeded', current: 12, committed: 10, allowed: 11 },
    ]);
    const rewritten = [...ten, ONE, TWO];
    assert.equal(
      judge({ errors: rewritten, working: rewritten, base: ten }, policy).kind,
      'regressions',
    );
  });

  it('keeps caps by total, category, code and directory', () => {
    const change = { errors: [ONE, TWO], working: [ONE, TWO] };
    const failing = (caps: unknown) => {
      const { policy, mistakes } = parsePolicy({ caps });
      assert.deepEqual(mistakes, []);
      return judge(change, policy).failures.map(({ kind }) => kind);
    };
    assert.deepEqual(failing({ total: 2 }), []);
    for (const caps of [
      { total: 1 },
      { categories: { 'incompatible-types': 1 } },
      { codes: { assignment: 0 } },
      { directories: { 'app/': 1 } },
    ]) {
      assert.deepEqual(failing(caps), ['cap-exceeded'], JSON.stringify(caps));
    }
    assert.deepEqual(failing({ directories: { ap: 0 } }), []);
  });

  it('never passes with more errors than entries', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, anyEntries, (errors, working, base) => {
        const { kind } = judge({ errors, working, base });
        if (errors.length > working.length) assert.equal(kind, 'regressions');
        // Without a reason the baseline cannot have grown either.
        if (kind !== 'regressions') assert.ok(errors.length <= base.length);
      }),
    );
  });
});

describe('a policy in words', () => {
  it('is the default one where nothing is said', () => {
    assert.deepEqual(parsePolicy({}), { policy: DEFAULT_POLICY, mistakes: [] });
  });

  it('lets an increase mean what it says', () => {
    assert.equal(parsePolicy({ 'max-increase': 5 }).policy.newErrors, 'off');
    assert.equal(parsePolicy({ 'max-increase': 5, 'new-errors': 'fail' }).policy.newErrors, 'fail');
  });

  for (const words of [
    { 'new-errors': 'no' },
    { growth: true },
    { stale: 'remove' },
    { edited: 'maybe' },
    { 'max-increase': '-3' },
    { 'max-increase': '10 %' },
    { 'max-increase': 1.5 },
    { caps: 3 },
    { caps: { total: -1 } },
    { caps: { totals: 1 } },
    { caps: { categories: { nonsense: 1 } } },
    { caps: { codes: 1 } },
    { caps: { codes: { misc: '1' } } },
  ]) {
    it(`says that it does not understand ${JSON.stringify(words)}`, () => {
      assert.equal(parsePolicy(words).mistakes.length, 1);
    });
  }
});
