import type { MypyPosition } from '../error/mypy-error.js';
import { compareText } from '../order/compare-text.js';
import type { Comparable, MatchTier } from './comparison.js';
import { type Candidate, Leftovers, type TraitsOf, toCandidate } from './leftovers.js';
import { placeInHunks } from './place-in-hunks.js';
import type { FileChange, Hunk } from './source-changes.js';
import { matchEdited, matchExact, matchMoved, matchReworded } from './tiers.js';

const START: MypyPosition = { line: 0, column: 0 };

/** An error to compare; those with a position are taken in source order. */
export interface ComparableError extends Comparable {
  readonly start?: MypyPosition;
}

/** All that is held against each other within one file. */
export interface FileToMatch {
  readonly path: string;
  readonly errors: readonly ComparableError[];
  /** Those of the path that the file had before, where it was renamed. */
  readonly entries: readonly Comparable[];
  /** Undefined where nobody knows. */
  readonly change: FileChange | undefined;
}

/** A member of one of the file's lists, by its index, and where it was. */
export interface LeftOver {
  readonly position: number;
  /** As {@link Candidate.hunks}. */
  readonly hunks: readonly Hunk[] | null;
}

/** What the tiers that look at one file only found in it. */
export interface FileMatches {
  /** Indexes into the file's lists. */
  readonly pairs: readonly {
    readonly error: number;
    readonly tier: MatchTier;
    readonly entry: number;
  }[];
  /** What is left over, in source order. */
  readonly errors: readonly LeftOver[];
  readonly entries: readonly LeftOver[];
}

/** Matches the errors of one file with its entries. */
export function matchFile(file: FileToMatch, traitsOf: TraitsOf): FileMatches {
  const { path, errors, change } = file;
  const entries = sortEntries(file.entries, traitsOf);
  for (const entry of entries) {
    entry.isRenamed = entry.path !== path;
    entry.path = path;
  }
  const left = new Leftovers(sortErrors(errors, traitsOf), entries);
  if (change === undefined) runFileTiers(left);
  else {
    const lineOf = ({ index }: Candidate) => errors[index]?.start?.line ?? 0;
    const placed = left.errors.map((candidate) => ({ candidate, line: lineOf(candidate) }));
    placeInHunks(placed, entries, change);
    runTiersOfChangedFile(left);
  }
  const pairs = [...left.matches].map(([error, { tier, entry }]) => {
    const isRenamed = file.entries[entry]?.path !== path;
    return { error, tier: isRenamed ? ('renamed' as const) : tier, entry };
  });
  return { pairs, errors: left.errors.map(toLeftOver), entries: left.entries.map(toLeftOver) };
}

/** The tiers that look at the same path only, strongest first. */
export function runFileTiers(left: Leftovers): void {
  matchExact(left);
  matchMoved(left);
  matchReworded(left);
  matchEdited(left);
}

/**
 * An error whose line nobody touched was there before, so it comes first: of several equal errors
 * the new one stands on a line that was written since. What was edited is left to the tiers that
 * look further, because a line may also have gone to another file.
 */
function runTiersOfChangedFile(left: Leftovers): void {
  const untouched = { errors: ({ hunks }: Candidate) => hunks?.length === 0 };
  matchExact(left, untouched);
  matchMoved(left, untouched);
  matchReworded(left, untouched);
  matchExact(left);
  matchMoved(left);
  matchReworded(left);
}

function toLeftOver({ index, hunks }: Candidate): LeftOver {
  return { position: index, hunks };
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
