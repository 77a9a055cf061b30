import { compareText } from '../order/compare-text.js';
import type { Candidate } from './candidate.js';
import { isFormatless } from './normalise.js';

/** Below this two lines are two lines, not one that was edited. */
export const EDITED_SIMILARITY = 0.6;
/** Groups with more pairs than this are not searched: ten thousand leftovers stay linear. */
const SEARCHED_PAIRS = 2_500;
/** A shorter beginning is no evidence. */
const TELLING_BEGINNING = 8;
/** Longer lines are cut here: the table below grows with the product of both lengths. */
const COMPARED_CHARACTERS = 240;

/** How alike two lines are, from 0 to 1. */
export type Likeness = (left: string, right: string) => number;

/**
 * How alike two strings are, from 0 to 1: twice the length of their longest common subsequence by
 * the sum of their lengths.
 */
export function similarity(left: string, right: string): number {
  if (left === right) return 1;
  const a = left.slice(0, COMPARED_CHARACTERS);
  const b = right.slice(0, COMPARED_CHARACTERS);
  if (a.length === 0 || b.length === 0) return 0;
  // What both begin and end with is in common anyway; mostly little remains.
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)
  ) {
    end++;
  }
  const middle = commonSubsequenceLength(
    a.slice(start, a.length - end),
    b.slice(start, b.length - end),
  );
  return (2 * (start + middle + end)) / (a.length + b.length);
}

function commonSubsequenceLength(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0;
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      current[j + 1] =
        a.charCodeAt(i) === b.charCodeAt(j)
          ? (previous[j] ?? 0) + 1
          : Math.max(previous[j + 1] ?? 0, current[j] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

/**
 * The same, but a line that another begins with is all alike: a formatter breaks a long line, and the
 * error stays on its first part.
 */
export function likenessOfBeginning(left: string, right: string): number {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length >= TELLING_BEGINNING && long.startsWith(short) ? 1 : similarity(left, right);
}

/**
 * Whether what two lines begin and end with is enough already, without a look at the rest and without
 * a new string: what no formatter decides is all of it in common once both are stripped.
 */
function isSurelyAlike(left: string, right: string, floor: number): boolean {
  const shorter = Math.min(left.length, right.length);
  if (left.length + right.length - shorter > COMPARED_CHARACTERS) return false;
  let common = 0;
  let start = 0;
  for (; start < shorter && left.charCodeAt(start) === right.charCodeAt(start); start++) {
    if (isFormatless(left.charCodeAt(start))) common++;
  }
  for (let end = 1; end <= shorter - start; end++) {
    const code = left.charCodeAt(left.length - end);
    if (code !== right.charCodeAt(right.length - end)) break;
    if (isFormatless(code)) common++;
  }
  return 2 * common >= floor * (left.length + right.length);
}

/**
 * Pairs errors with the entries whose lines are most like theirs, the most alike first. In a large
 * group each line is held against one other only, in the order of their texts.
 *
 * @param floor The least likeness, 0 to 1.
 */
export function pairBySimilarity(
  errors: readonly Candidate[],
  entries: readonly Candidate[],
  floor: number,
  likeness: Likeness = similarity,
): readonly (readonly [Candidate, Candidate])[] {
  const [onlyError, onlyEntry] = [errors[0], entries[0]];
  if (onlyError === undefined || onlyEntry === undefined) return [];
  if (errors.length === 1 && entries.length === 1) {
    const isAlike =
      isSurelyAlike(onlyError.line, onlyEntry.line, floor) ||
      likeness(onlyError.text, onlyEntry.text) >= floor;
    return isAlike ? [[onlyError, onlyEntry]] : [];
  }
  const scored =
    errors.length * entries.length > SEARCHED_PAIRS
      ? scoreInOrder(errors, entries, likeness)
      : errors.flatMap((error) => entries.map((entry) => scorePair(error, entry, likeness)));
  const alike = scored.filter(({ ratio }) => ratio >= floor).sort((a, b) => b.ratio - a.ratio);
  const used = new Set<Candidate>();
  const pairs: (readonly [Candidate, Candidate])[] = [];
  for (const { error, entry } of alike) {
    if (used.has(error) || used.has(entry)) continue;
    used.add(error).add(entry);
    pairs.push([error, entry]);
  }
  return pairs;
}

interface ScoredPair {
  readonly error: Candidate;
  readonly entry: Candidate;
  readonly ratio: number;
}

function scorePair(error: Candidate, entry: Candidate, likeness: Likeness): ScoredPair {
  return { error, entry, ratio: likeness(error.text, entry.text) };
}

function scoreInOrder(
  errors: readonly Candidate[],
  entries: readonly Candidate[],
  likeness: Likeness,
): readonly ScoredPair[] {
  const sort = (candidates: readonly Candidate[]) =>
    [...candidates].sort((a, b) => compareText(a.text, b.text));
  const known = sort(entries);
  return sort(errors).flatMap((error, index) => {
    const entry = known[index];
    return entry === undefined ? [] : [scorePair(error, entry, likeness)];
  });
}
