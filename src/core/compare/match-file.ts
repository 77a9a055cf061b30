import type { MypyPosition } from '../error/mypy-error.js';
import { compareText } from '../order/compare-text.js';
import { Candidate } from './candidate.js';
import type { Comparable, MatchTier } from './comparison.js';
import { isDefinition } from './definition.js';
import { type Among, Leftovers, type MatchedPair } from './leftovers.js';
import { matchVerbatim } from './match-verbatim.js';
import { hashFormatless } from './normalise.js';
import { placeInHunks } from './place-in-hunks.js';
import { matchRenamedScopes } from './renamed-scopes.js';
import type { FileChange, Hunk } from './source-changes.js';
import { matchEdited, matchExact, matchLine, matchMoved, matchReworded } from './tiers.js';

const START: MypyPosition = { line: 0, column: 0 };
const NOWHERE: ComparableError = { path: '', code: '', scope: '', message: '', text: '' };

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

/** What the tiers that look at one file only found in it. All numbers are indexes into its lists. */
export interface FileMatches {
  /** For each error the entry that says the very same, or -1. */
  readonly verbatim: Int32Array;
  readonly pairs: readonly MatchedPair[];
  /** What is left over, in source order. */
  readonly errors: readonly LeftOver[];
  readonly entries: readonly LeftOver[];
}

/** Matches the errors of one file with its entries. */
export function matchFile(file: FileToMatch): FileMatches {
  const { path, errors } = file;
  const verbatim = isPlain(file)
    ? matchVerbatim(errors, file.entries, sourceOrder(errors))
    : new Int32Array(errors.length).fill(-1);
  const left = collectLeft(file, verbatim);
  placeLeft(left, file);
  if (left.errors.length > 0 && left.entries.length > 0) runFileTiers(left, file);
  const pairs = left.pairs.map((pair) => {
    const isRenamed = file.entries[pair.entry]?.path !== path;
    return isRenamed ? { ...pair, tier: toRenamed(pair.tier) } : pair;
  });
  const [leftErrors, leftEntries] = [left.errors.map(toLeftOver), left.entries.map(toLeftOver)];
  return { verbatim, pairs, errors: leftErrors, entries: leftEntries };
}

/** How an error of a renamed file was matched: a strict gate asks whether its line was edited. */
export function toRenamed(tier: MatchTier): MatchTier {
  return tier === 'edited' ? 'edited' : 'renamed';
}

/** Whether nothing is known by which one of several equal errors could be told from the others. */
function isPlain({ path, entries, change }: FileToMatch): boolean {
  return change === undefined && entries.every((entry) => entry.path === path);
}

/** What is not matched yet, ready to be compared. */
function collectLeft({ path, errors, entries }: FileToMatch, verbatim: Int32Array): Leftovers {
  const isUsed = new Uint8Array(entries.length);
  const leftErrors: Candidate[] = [];
  for (let index = 0; index < errors.length; index++) {
    const [error, entry = -1] = [errors[index], verbatim[index]];
    if (entry >= 0) isUsed[entry] = 1;
    else if (error !== undefined) leftErrors.push(new Candidate(error, index));
  }
  const leftEntries: Candidate[] = [];
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    if (entry === undefined || isUsed[index] === 1) continue;
    const candidate = new Candidate(entry, index);
    candidate.path = path;
    leftEntries.push(candidate);
  }
  return new Leftovers(sortErrors(leftErrors, errors), sortEntries(leftEntries));
}

function placeLeft({ errors: left, entries }: Leftovers, { errors, change }: FileToMatch): void {
  if (change === undefined) return;
  const lineOf = ({ index }: Candidate) => errors[index]?.start?.line ?? 0;
  const placed = left.map((candidate) => ({ candidate, line: lineOf(candidate) }));
  placeInHunks(placed, entries, change);
}

function runFileTiers(left: Leftovers, file: FileToMatch): void {
  if (file.change === undefined) {
    matchSameLines(left);
    followRenamedScopes(left, file);
    matchEdited(left);
    return;
  }
  // An error whose line nobody touched was there before: of several equal errors the new one
  // stands on a line that was written since.
  matchSameLines(left, { errors: ({ hunks }) => hunks?.length === 0 });
  // A line that was written anew needs more than its text and code to be an old one.
  matchExact(left);
  matchMoved(left);
  matchReworded(left);
  followRenamedScopes(left, file);
  // What was edited is left to those that look further: the line may stand in another file.
}

/** The tiers for lines that are the same but for white space, strongest first. */
export function matchSameLines(left: Leftovers, among?: Among): void {
  if (left.errors.length === 0 || left.entries.length === 0) return;
  if (!hasSameLine(left)) return;
  matchExact(left, among);
  matchMoved(left, among);
  matchReworded(left, among);
  matchLine(left, among);
}

/** Whether any line may stand on both sides; false is certain. */
function hasSameLine({ errors, entries }: Leftovers): boolean {
  const known = new Set<number>();
  for (const { line } of entries) known.add(hashFormatless(line));
  return errors.some(({ line }) => known.has(hashFormatless(line)));
}

/** Follows what was renamed within the file: says whose scope stands alone, and matches by it. */
function followRenamedScopes(left: Leftovers, { errors, entries }: FileToMatch): void {
  if (!left.errors.some(isDefinition) || !left.entries.some(isDefinition)) return;
  const found = new Set(errors.map(({ scope }) => scope));
  const known = new Set(entries.map(({ scope }) => scope));
  for (const error of left.errors) error.hasLoneScope = !known.has(error.scope);
  for (const entry of left.entries) entry.hasLoneScope = !found.has(entry.scope);
  const renamed = new Map<string, string>();
  for (const { error, tier, entry } of left.pairs) {
    const [from, to] = [entries[entry]?.scope, errors[error]?.scope];
    if (tier === 'moved' && from !== undefined && to !== undefined) renamed.set(to, from);
  }
  matchRenamedScopes(left, renamed);
}

function toLeftOver({ index, hunks, hasLoneScope }: Candidate): LeftOver {
  return { position: index, hunks, hasLoneScope };
}

/** The errors' indexes by place; undefined where they come so, as mypy's output mostly does. */
function sourceOrder(errors: readonly ComparableError[]): readonly number[] | undefined {
  const isSorted = errors.every((error, index) => compareStarts(errors[index - 1], error) <= 0);
  if (isSorted) return undefined;
  return [...errors.keys()].sort((a, b) => compareStarts(errors[a], errors[b]) || a - b);
}

function compareStarts(
  { start: left = START }: ComparableError = NOWHERE,
  { start: right = START }: ComparableError = NOWHERE,
): number {
  return left.line - right.line || left.column - right.column;
}

function sortErrors(
  candidates: Candidate[],
  errors: readonly ComparableError[],
): readonly Candidate[] {
  return sortUnlessSorted(
    candidates,
    (a, b) => compareStarts(errors[a.index], errors[b.index]) || orderCandidates(a, b),
  );
}

function sortEntries(candidates: Candidate[]): readonly Candidate[] {
  return sortUnlessSorted(candidates, orderCandidates);
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
    compareText(a.text, b.text) ||
    compareText(a.line, b.line) ||
    Number(b.isAccepted) - Number(a.isAccepted)
  );
}
