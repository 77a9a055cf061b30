import type { MypyPosition } from '../error/mypy-error.js';
import { compareText } from '../order/compare-text.js';
import type { Comparable, MatchTier } from './comparison.js';
import { type Among, type Candidate, Leftovers, type TraitsOf, toCandidate } from './leftovers.js';
import { placeInHunks } from './place-in-hunks.js';
import { matchRenamedScopes } from './renamed-scopes.js';
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
  /** As {@link Candidate.hasLoneScope}. */
  readonly hasLoneScope: boolean;
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
  if (change === undefined) {
    matchSameLines(left);
    followRenamedScopes(left, file);
    matchEdited(left);
  } else {
    const lineOf = ({ index }: Candidate) => errors[index]?.start?.line ?? 0;
    const placed = left.errors.map((candidate) => ({ candidate, line: lineOf(candidate) }));
    placeInHunks(placed, entries, change);
    // An error whose line nobody touched was there before: of several equal errors the new one
    // stands on a line that was written since.
    matchSameLines(left, { errors: ({ hunks }) => hunks?.length === 0 });
    matchSameLines(left);
    followRenamedScopes(left, file);
    // What was edited is left to those that look further: the line may stand in another file.
  }
  const pairs = [...left.matches].map(([error, { tier, entry }]) => {
    const isRenamed = file.entries[entry]?.path !== path;
    return { error, tier: isRenamed ? ('renamed' as const) : tier, entry };
  });
  return { pairs, errors: left.errors.map(toLeftOver), entries: left.entries.map(toLeftOver) };
}

/** The tiers for lines that are the same but for white space, strongest first. */
export function matchSameLines(left: Leftovers, among?: Among): void {
  matchExact(left, among);
  matchMoved(left, among);
  matchReworded(left, among);
}

/** Follows what was renamed within the file: says whose scope stands alone, and matches by it. */
function followRenamedScopes(left: Leftovers, { errors, entries }: FileToMatch): void {
  if (left.errors.length === 0 || left.entries.length === 0) return;
  const found = new Set(errors.map(({ scope }) => scope));
  const known = new Set(entries.map(({ scope }) => scope));
  for (const error of left.errors) error.hasLoneScope = !known.has(error.scope);
  for (const entry of left.entries) entry.hasLoneScope = !found.has(entry.scope);
  const renamed = new Map<string, string>();
  for (const [index, { tier, entry }] of left.matches) {
    const [from, to] = [entries[entry]?.scope, errors[index]?.scope];
    if (tier === 'moved' && from !== undefined && to !== undefined) renamed.set(to, from);
  }
  matchRenamedScopes(left, renamed);
}

function toLeftOver({ index, hunks, hasLoneScope }: Candidate): LeftOver {
  return { position: index, hunks, hasLoneScope };
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
