import { compareText } from '../order/compare-text.js';
import { groupByPath } from '../path/group-by-path.js';
import type { PathGroup } from '../path/path-grouping.js';
import { Candidate } from './candidate.js';
import { type BaselineStatus, type Comparable, type Comparison, NEW } from './comparison.js';
import type { ComparisonMemory } from './comparison-memory.js';
import { toStatuses } from './file-statuses.js';
import { matchInHunks } from './hunk-tiers.js';
import { Leftovers } from './leftovers.js';
import {
  type ComparableError,
  type LeftOver,
  matchFile,
  matchSameLines,
  toRenamed,
} from './match-file.js';
import { followRenamedFiles, type KnownPaths } from './renamed-files.js';
import { matchRenamedDefinitions } from './renamed-scopes.js';
import { NO_CHANGES, type SourceChanges } from './source-changes.js';
import { matchEdited, matchRelocated } from './tiers.js';

const NOTHING: PathGroup<never> = { items: [], indexes: [] };

/** What else is known when errors are held against entries. */
export interface ComparisonContext {
  /** Kept by whoever compares nearly the same errors and entries again and again. */
  readonly memory?: ComparisonMemory;
  /** What was edited since the entries were written. */
  readonly changes?: SourceChanges;
}

/**
 * Says of each error whether the baseline knows it. Each tier looks only at what the stronger ones
 * left over, in source order, so the result does not depend on the order of either list.
 */
export function compare(
  errors: readonly ComparableError[],
  entries: readonly Comparable[],
  { memory, changes = NO_CHANGES }: ComparisonContext = {},
): Comparison {
  const statuses = errors.map((): BaselineStatus => NEW);
  const errorGroups = memory?.groupErrors(errors) ?? groupByPath(errors);
  const ownGroups = memory?.groupEntries(entries) ?? groupByPath(entries);
  const entryGroups = followChanges(ownGroups, errorGroups, changes);
  const left = matchWithinFiles(errorGroups, entryGroups, { statuses, memory, changes });
  // A file that git says was edited was there before and still is: it was not renamed.
  const edited = [...changes].flatMap(([path, { from }]) => (from === path ? [path] : []));
  matchAcrossFiles(left, {
    ofErrors: new Set([...errorGroups.keys(), ...edited]),
    ofEntries: new Set([...entryGroups.keys(), ...edited]),
  });
  for (const { error, tier, entry } of left.pairs) {
    statuses[error] = { kind: 'baseline', tier, entry };
  }
  return { statuses, newErrors: listIndexes(left.errors), fixed: listIndexes(left.entries) };
}

function listIndexes(candidates: readonly Candidate[]): readonly number[] {
  return candidates.map(({ index }) => index).sort((a, b) => a - b);
}

interface Surroundings {
  readonly statuses: BaselineStatus[];
  readonly memory: ComparisonMemory | undefined;
  readonly changes: SourceChanges;
}

/** Fills in what is decided within single files, and returns what is left over of all of them. */
function matchWithinFiles(
  errorGroups: ReadonlyMap<string, PathGroup<ComparableError>>,
  entryGroups: ReadonlyMap<string, PathGroup<Comparable>>,
  { statuses, memory, changes }: Surroundings,
): Leftovers {
  const leftErrors: (readonly Candidate[])[] = [];
  const leftEntries: (readonly Candidate[])[] = [];
  for (const path of [...new Set([...errorGroups.keys(), ...entryGroups.keys()])].sort(
    compareText,
  )) {
    const found: PathGroup<ComparableError> = errorGroups.get(path) ?? NOTHING;
    const known: PathGroup<Comparable> = entryGroups.get(path) ?? NOTHING;
    const change = changes.get(path);
    const file = { path, errors: found.items, entries: known.items, change };
    const matches = memory?.matchFile(file) ?? matchFile(file);
    const decided = memory?.decide(matches, known.indexes) ?? toStatuses(matches, known.indexes);
    found.indexes.forEach((at, position) => {
      statuses[at] = decided[position] ?? NEW;
    });
    const collect = (group: PathGroup<Comparable>, members: readonly LeftOver[]) =>
      members.flatMap((member) => toLeftCandidate(path, group, member));
    if (matches.errors.length > 0) leftErrors.push(collect(found, matches.errors));
    if (matches.entries.length > 0) leftEntries.push(collect(known, matches.entries));
  }
  memory?.turn();
  return new Leftovers(leftErrors.flat(), leftEntries.flat());
}

/** Entries by the path that their file has now, where git saw it renamed. */
function followChanges(
  entryGroups: ReadonlyMap<string, PathGroup<Comparable>>,
  errorGroups: ReadonlyMap<string, unknown>,
  changes: SourceChanges,
): ReadonlyMap<string, PathGroup<Comparable>> {
  const followed = new Map(entryGroups);
  for (const [path, { from }] of changes) {
    const old = followed.get(from);
    if (from === path || old === undefined || errorGroups.has(from)) continue;
    const own = followed.get(path) ?? NOTHING;
    followed.delete(from);
    followed.set(path, {
      items: [...own.items, ...old.items],
      indexes: [...own.indexes, ...old.indexes],
    });
  }
  return followed;
}

/** Makes a member of a file's list ready to be compared under its index in the whole list. */
function toLeftCandidate(
  path: string,
  { items, indexes }: PathGroup<Comparable>,
  { position, hunks, hasLoneScope }: LeftOver,
): readonly Candidate[] {
  const [item, index] = [items[position], indexes[position]];
  if (item === undefined || index === undefined) return [];
  const candidate = new Candidate(item, index);
  candidate.path = path;
  candidate.hunks = hunks;
  candidate.hasLoneScope = hasLoneScope;
  return [candidate];
}

/** The tiers that look further than one path, and those that need their answer. */
function matchAcrossFiles(left: Leftovers, paths: KnownPaths): void {
  const renamedPaths = followRenamedFiles(left, paths);
  if (renamedPaths.size > 0) {
    const isOfRenamed = ({ path }: Candidate) => renamedPaths.has(path);
    const renamed = new Leftovers(
      left.errors.filter(isOfRenamed),
      left.entries.filter(isOfRenamed),
    );
    matchSameLines(renamed);
    matchEdited(renamed);
    left.adopt(renamed, toRenamed);
  }
  matchRelocated(left);
  matchRenamedDefinitions(left);
  matchInHunks(left);
  matchEdited(left);
}
