import type { MypyPosition } from '../error/mypy-error.js';
import { compareText } from '../order/compare-text.js';
import type { Comparable, MatchTier } from './comparison.js';
import { type Candidate, Leftovers, type TraitsOf, toCandidate } from './leftovers.js';
import { matchEdited, matchExact, matchMoved, matchReworded } from './tiers.js';

const START: MypyPosition = { line: 0, column: 0 };

/** An error to compare; those with a position are taken in source order. */
export interface ComparableError extends Comparable {
  readonly start?: MypyPosition;
}

/** What the tiers that look at one file only found in it. All numbers are indexes into its lists. */
export interface FileMatches {
  readonly pairs: readonly {
    readonly error: number;
    readonly tier: MatchTier;
    readonly entry: number;
  }[];
  /** What is left over, in source order. */
  readonly errors: readonly number[];
  readonly entries: readonly number[];
}

/** Matches the errors of one file with the entries of the same path. */
export function matchFile(
  errors: readonly ComparableError[],
  entries: readonly Comparable[],
  traitsOf: TraitsOf,
): FileMatches {
  const left = new Leftovers(sortErrors(errors, traitsOf), sortEntries(entries, traitsOf));
  runFileTiers(left);
  const pairs = [...left.matches].map(([error, { tier, entry }]) => ({ error, tier, entry }));
  return { pairs, errors: left.errors.map(indexOf), entries: left.entries.map(indexOf) };
}

/** The tiers that look at the same path only, strongest first. */
export function runFileTiers(left: Leftovers): void {
  matchExact(left);
  matchMoved(left);
  matchReworded(left);
  matchEdited(left);
}

function indexOf({ index }: Candidate): number {
  return index;
}

function sortErrors(errors: readonly ComparableError[], traitsOf: TraitsOf): readonly Candidate[] {
  const order = (index: number) => errors[index]?.start ?? START;
  return sortUnlessSorted(
    errors.map((error, index) => toCandidate(error, index, traitsOf)),
    (a, b) =>
      order(a.index).line - order(b.index).line ||
      order(a.index).column - order(b.index).column ||
      orderCandidates(a, b),
  );
}

function sortEntries(entries: readonly Comparable[], traitsOf: TraitsOf): readonly Candidate[] {
  return sortUnlessSorted(
    entries.map((entry, index) => toCandidate(entry, index, traitsOf)),
    orderCandidates,
  );
}

/** Both sides mostly come in order: mypy's errors by place, the baseline as its file is sorted. */
function sortUnlessSorted(
  candidates: Candidate[],
  order: (a: Candidate, b: Candidate) => number,
): readonly Candidate[] {
  const isSorted = candidates.every((candidate, index) => {
    const previous = candidates[index - 1];
    return previous === undefined || order(previous, candidate) <= 0;
  });
  return isSorted ? candidates : candidates.sort(order);
}

function orderCandidates(a: Candidate, b: Candidate): number {
  return (
    compareText(a.scope, b.scope) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message) ||
    compareText(a.text, b.text)
  );
}
