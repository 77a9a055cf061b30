import fc from 'fast-check';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { serialiseEntry } from '../../../src/core/baseline/serialise-baseline.js';
import { anyEntry } from './entries.js';

/**
 * The entries of base, ours and theirs: few, drawn from few, so that the same ones are often on all
 * sides and in other numbers, some of them accepted.
 */
export const anySides = fc.array(anyEntry, { minLength: 1, maxLength: 4 }).chain((pool) => {
  const accepted = pool.flatMap(({ acceptance: _, ...plain }): readonly BaselineEntry[] => [
    plain,
    { ...plain, acceptance: { reason: 'A' } },
    { ...plain, acceptance: { reason: 'B', expires: '2026-12-31' } },
  ]);
  const side = fc.array(fc.constantFrom(...pool, ...accepted), { maxLength: 8 });
  return fc.tuple(side, side, side);
});

/** What makes two entries the same to a merge: all but their acceptance. */
export function errorOf({ acceptance: _, ...plain }: BaselineEntry): string {
  return serialiseEntry(plain);
}

/** How many entries are for an error. */
export function countOf(entries: readonly BaselineEntry[], error: string): number {
  return entries.filter((each) => errorOf(each) === error).length;
}

/** How many a merge must have: what each side added or took away, applied to the base. */
export function mergedCount(
  [base, ours, theirs]: readonly (readonly BaselineEntry[])[],
  error: string,
): number {
  const [before = 0, left = 0, right = 0] = [base, ours, theirs].map((side) =>
    countOf(side ?? [], error),
  );
  return Math.max(0, left + right - before);
}
