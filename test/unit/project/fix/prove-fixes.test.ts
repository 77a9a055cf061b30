import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CheckRun } from '../../../../src/core/check/check-run.js';
import type { MypyError } from '../../../../src/core/error/mypy-error.js';
import type { Fix } from '../../../../src/core/fix/fix.js';
import { proveFixes } from '../../../../src/project/fix/prove-fixes.js';
import { errorOn, fixFor } from '../../../support/fix/located-errors.js';
import { completeRun } from '../../../support/project/fake-ports.js';

/** A check that finds the errors which no fix is for, and what the fixes make of the code. */
function checkWith(
  base: readonly MypyError[],
  causedBy: (fixes: readonly Fix[]) => readonly MypyError[],
): (fixes: readonly Fix[]) => Promise<CheckRun> {
  return async (fixes) => {
    const fixed = new Set(fixes.flatMap(({ errors }) => errors.map(({ message }) => message)));
    const rest = base.filter(({ message }) => !fixed.has(message));
    return completeRun([...rest, ...causedBy(fixes)]);
  };
}

/** Errors on lines 10, 20, …, each with a fix that reaches the nine lines after it. */
function errorsAndFixes(count: number): { errors: readonly MypyError[]; fixes: readonly Fix[] } {
  const errors = Array.from({ length: count }, (_, index) =>
    errorOn('a.py', 10 * (index + 1), 'no-untyped-def', `error ${index}`),
  );
  const fixes = errors.map((error, index) => {
    const { line } = error.start;
    return fixFor(error, { first: line, last: line + 9 }, `f${index}`);
  });
  return { errors, fixes };
}

describe('fixes are proved', () => {
  it('in two runs when all are good', async () => {
    const { errors, fixes } = errorsAndFixes(5);
    const result = await proveFixes(
      fixes,
      checkWith(errors, () => []),
    );
    assert.deepEqual(result, { kind: 'proved', proved: fixes, dropped: [], base: errors, runs: 2 });
  });

  it('without those that leave their error where it is', async () => {
    const { errors, fixes } = errorsAndFixes(3);
    const stubborn = errors[1];
    assert.ok(stubborn);
    const result = await proveFixes(
      fixes,
      checkWith(errors, (made) => made.flatMap((fix) => (fix === fixes[1] ? stubborn : []))),
    );
    assert.equal(result.kind, 'proved');
    assert.deepEqual(result.proved, [fixes[0], fixes[2]]);
    assert.deepEqual(result.dropped, [{ fix: fixes[1], reason: { kind: 'useless' } }]);
  });

  it('without those within whose reach, or of whose name, an error is new', async () => {
    const { errors, fixes } = errorsAndFixes(3);
    const inside = errorOn('a.py', 15, 'operator');
    const named = errorOn('b.py', 3, 'func-returns-value', '"f2" does not return a value');
    const result = await proveFixes(
      fixes,
      checkWith(errors, (made) => [
        ...(made.some((fix) => fix === fixes[0]) ? [inside] : []),
        ...(made.some((fix) => fix === fixes[2]) ? [named] : []),
      ]),
    );
    assert.equal(result.kind, 'proved');
    assert.deepEqual(result.proved, [fixes[1]]);
    assert.deepEqual(
      result.dropped.map(({ reason }) => reason),
      [
        { kind: 'causes', errors: [inside] },
        { kind: 'causes', errors: [named] },
      ],
    );
    assert.equal(result.runs, 3);
  });

  it('with those of the same name elsewhere, which only seemed to be at fault', async () => {
    const errors = ['a', 'b', 'c', 'd'].map((name) =>
      errorOn(`${name}.py`, 1, 'no-untyped-def', `error ${name}`),
    );
    const fixes = errors.map((error) => fixFor(error, undefined, 'close'));
    const named = errorOn('z.py', 3, 'func-returns-value', '"close" does not return a value');
    const check = checkWith(errors, (made) =>
      made.some((fix) => fix === fixes[2]) ? [named] : [],
    );
    const result = await proveFixes(fixes, check);
    assert.equal(result.kind, 'proved');
    assert.deepEqual(new Set(result.proved), new Set([fixes[0], fixes[1], fixes[3]]));
    assert.deepEqual(result.dropped, [
      { fix: fixes[2], reason: { kind: 'causes', errors: [named] } },
    ]);
  });

  it('by halves where nothing tells which is at fault, and never with a new error', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.nat(), async (count, seed) => {
        const { errors, fixes } = errorsAndFixes(count);
        const bad = fixes[seed % count];
        const far = errorOn('z.py', 1, 'misc', 'something else');
        const check = checkWith(errors, (made) => (made.some((fix) => fix === bad) ? [far] : []));
        const result = await proveFixes(fixes, check);
        assert.equal(result.kind, 'proved');
        assert.deepEqual(
          result.proved,
          fixes.filter((fix) => fix !== bad),
        );
        assert.deepEqual(result.dropped, [{ fix: bad, reason: { kind: 'causes', errors: [far] } }]);
      }),
    ));

  it('not at all when that takes too many runs', async () => {
    const { errors, fixes } = errorsAndFixes(200);
    const far = errorOn('z.py', 1, 'misc', 'something else');
    const check = checkWith(errors, (made) => (made.length > 0 ? [far] : []));
    const result = await proveFixes(fixes, check);
    assert.equal(result.kind, 'proved');
    assert.deepEqual(result.proved, []);
    assert.equal(result.dropped.length, fixes.length);
    assert.ok(result.runs <= 24);
    assert.ok(result.dropped.some(({ reason }) => reason.kind === 'unproved'));
  });

  it('without those of a file that mypy stops at', async () => {
    const { errors, fixes } = errorsAndFixes(2);
    const other = errorOn('b.py', 1, 'misc', 'other');
    const all = [...fixes, fixFor(other)];
    const check = checkWith([...errors, other], () => []);
    const blocker = errorOn('b.py', 1, 'syntax', 'invalid syntax');
    const result = await proveFixes(all, async (made) =>
      made.some(({ path }) => path === 'b.py')
        ? { kind: 'blocked', blockers: [blocker], stderr: '' }
        : check(made),
    );
    assert.equal(result.kind, 'proved');
    assert.deepEqual(result.proved, fixes);
  });

  it('not when mypy does not get to its end', async () => {
    const { errors, fixes } = errorsAndFixes(2);
    const check = checkWith(errors, () => []);
    const run: CheckRun = { kind: 'cancelled' };
    assert.deepEqual(await proveFixes(fixes, async () => run), { kind: 'unchecked', run });
    const late = await proveFixes(fixes, (made) =>
      made.length === 0 ? check(made) : Promise.resolve(run),
    );
    assert.deepEqual(late, { kind: 'unchecked', run });
  });
});
