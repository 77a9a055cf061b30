import { compareText } from '../order/compare-text.js';
import { groupByPath, type PathGroup } from '../path/group-by-path.js';
import type { BaselineStatus, Comparable, Comparison, MatchTier } from './comparison.js';
import { ComparisonMemory } from './comparison-memory.js';
import { type Candidate, Leftovers, toCandidate } from './leftovers.js';
import { type ComparableError, runFileTiers } from './match-file.js';
import { followRenamedFiles } from './renamed-files.js';
import { matchRelocated, matchSimilar } from './tiers.js';

const NEW: BaselineStatus = { kind: 'new' };

/**
 * Says of each error whether the baseline knows it. Each tier looks only at what the stronger ones
 * left over, in source order, so the result does not depend on the order of either list.
 *
 * @param memory Kept by whoever compares nearly the same errors and entries again and again.
 */
export function compare(
  errors: readonly ComparableError[],
  entries: readonly Comparable[],
  memory: ComparisonMemory = new ComparisonMemory(),
): Comparison {
  const statuses = errors.map(() => NEW);
  const left = matchWithinFiles(errors, entries, statuses, memory);
  matchAcrossFiles(left, errors, entries);
  for (const [error, match] of left.matches) statuses[error] = match;
  return { statuses, fixed: left.entries.map(({ index }) => index).sort((a, b) => a - b) };
}

/** Fills in what is decided within single files, and returns what is left over of all of them. */
function matchWithinFiles(
  errors: readonly ComparableError[],
  entries: readonly Comparable[],
  statuses: BaselineStatus[],
  memory: ComparisonMemory,
): Leftovers {
  const errorGroups = groupByPath(errors);
  const entryGroups = memory.groupEntries(entries);
  const leftErrors: Candidate[] = [];
  const leftEntries: Candidate[] = [];
  for (const path of [...new Set([...errorGroups.keys(), ...entryGroups.keys()])].sort(
    compareText,
  )) {
    const found: PathGroup<ComparableError> = errorGroups.get(path) ?? { items: [], indexes: [] };
    const known: PathGroup<Comparable> = entryGroups.get(path) ?? { items: [], indexes: [] };
    const matches = memory.matchFile(path, found.items, known.items);
    for (const { error, tier, entry } of matches.pairs) {
      const [at, index] = [found.indexes[error], known.indexes[entry]];
      if (at !== undefined && index !== undefined)
        statuses[at] = { kind: 'baseline', tier, entry: index };
    }
    collect(leftErrors, found, matches.errors, memory);
    collect(leftEntries, known, matches.entries, memory);
  }
  memory.turn();
  return new Leftovers(leftErrors, leftEntries);
}

/** Adds members of a group, ready to be compared under their index in the whole list. */
function collect(
  candidates: Candidate[],
  { items, indexes }: PathGroup<Comparable>,
  positions: readonly number[],
  memory: ComparisonMemory,
): void {
  for (const position of positions) {
    const [item, index] = [items[position], indexes[position]];
    if (item === undefined || index === undefined) continue;
    candidates.push(toCandidate(item, index, memory.traitsOf));
  }
}

/** The tiers that look further than one path. */
function matchAcrossFiles(
  left: Leftovers,
  errors: readonly Comparable[],
  entries: readonly Comparable[],
): void {
  const errorPaths = new Set(errors.map(({ path }) => path));
  const entryPaths = new Set(entries.map(({ path }) => path));
  if (followRenamedFiles(left, errorPaths, entryPaths)) {
    const renamed = new Leftovers(left.errors, left.entries);
    runFileTiers(renamed);
    matchSimilar(renamed);
    adopt(left, renamed, 'renamed');
  }
  matchRelocated(left);
  matchSimilar(left);
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
