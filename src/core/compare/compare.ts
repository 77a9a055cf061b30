import type { MypyPosition } from '../error/mypy-error.js';
import { compareText } from '../order/compare-text.js';
import type { BaselineStatus, Comparable, Comparison, MatchTier } from './comparison.js';
import { type Candidate, Leftovers, type TraitsMemory, toCandidate } from './leftovers.js';
import { followRenamedFiles } from './renamed-files.js';
import {
  matchEdited,
  matchExact,
  matchMoved,
  matchRelocated,
  matchReworded,
  matchSimilar,
} from './tiers.js';

const NEW: BaselineStatus = { kind: 'new' };
const START: MypyPosition = { line: 0, column: 0 };

/** An error to compare; those with a position are taken in source order. */
export interface ComparableError extends Comparable {
  readonly start?: MypyPosition;
}

/**
 * Says of each error whether the baseline knows it. Each tier looks only at what the stronger ones
 * left over, in source order, so the result does not depend on the order of either list.
 *
 * @param memory Kept by whoever compares the same errors and entries again and again.
 */
export function compare(
  errors: readonly ComparableError[],
  entries: readonly Comparable[],
  memory?: TraitsMemory,
): Comparison {
  const errorPaths = new Set(errors.map((error) => error.path));
  const entryPaths = new Set(entries.map((entry) => entry.path));
  const left = new Leftovers(sortErrors(errors, memory), sortEntries(entries, memory));
  runFileTiers(left);
  if (followRenamedFiles(left, errorPaths, entryPaths)) {
    const renamed = new Leftovers(left.errors, left.entries);
    runFileTiers(renamed);
    matchSimilar(renamed);
    adopt(left, renamed, 'renamed');
  }
  matchRelocated(left);
  matchSimilar(left);
  const fixed = left.entries.map((entry) => entry.index).sort((a, b) => a - b);
  const statuses = errors.map((_, index) => left.matches.get(index) ?? NEW);
  return { statuses, fixed };
}

function runFileTiers(left: Leftovers): void {
  matchExact(left);
  matchMoved(left);
  matchReworded(left);
  matchEdited(left);
}

/** Takes over what was matched under the new paths, all under one tier. */
function adopt(left: Leftovers, renamed: Leftovers, tier: MatchTier): void {
  const entries = new Map(left.entries.map((entry) => [entry.index, entry]));
  const pairs = left.errors.flatMap((error) => {
    const match = renamed.matches.get(error.index);
    const entry = match && entries.get(match.entry);
    return entry === undefined ? [] : [[error, entry] as const];
  });
  left.settle(tier, pairs);
}

function sortErrors(
  errors: readonly ComparableError[],
  memory: TraitsMemory | undefined,
): readonly Candidate[] {
  const order = (index: number) => errors[index]?.start ?? START;
  return sortUnlessSorted(
    errors.map((error, index) => toCandidate(error, index, memory)),
    (a, b) =>
      compareText(a.path, b.path) ||
      order(a.index).line - order(b.index).line ||
      order(a.index).column - order(b.index).column ||
      orderCandidates(a, b),
  );
}

function sortEntries(
  entries: readonly Comparable[],
  memory: TraitsMemory | undefined,
): readonly Candidate[] {
  return sortUnlessSorted(
    entries.map((entry, index) => toCandidate(entry, index, memory)),
    (a, b) => compareText(a.path, b.path) || orderCandidates(a, b),
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
