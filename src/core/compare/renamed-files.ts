import { compareText } from '../order/compare-text.js';
import type { Candidate } from './candidate.js';
import { groupBy, joinKey, type Leftovers } from './leftovers.js';

/** Two files that share less than this of the smaller one's leftovers are two files. */
const SHARED_HALF = 0.5;
/** Lines that stand in more files than this say nothing about which file became which. */
const COMMON_LINE_FILES = 64;

/** The files that are there now, and those that were, as far as anybody knows. */
export interface KnownPaths {
  readonly ofErrors: ReadonlySet<string>;
  readonly ofEntries: ReadonlySet<string>;
}

/**
 * Finds files that were renamed: of the paths that have entries and no errors any more, and those
 * that have errors and no entries, it pairs the ones that share at least half of the smaller one's
 * leftovers, best first. Afterwards the entries of such a file are looked for under its new path.
 *
 * @returns The new paths.
 */
export function followRenamedFiles(
  left: Leftovers,
  { ofErrors, ofEntries }: KnownPaths,
): ReadonlySet<string> {
  const vanished = groupBy(left.entries, ({ path }) => (ofErrors.has(path) ? undefined : path));
  const appeared = groupBy(left.errors, ({ path }) => (ofEntries.has(path) ? undefined : path));
  const taken = new Set<string>();
  const found = new Set<string>();
  for (const { from, to } of rankPairs(vanished, appeared)) {
    if (taken.has(`-${from}`) || taken.has(`+${to}`)) continue;
    taken.add(`-${from}`).add(`+${to}`);
    for (const entry of vanished.get(from) ?? []) {
      entry.path = to;
    }
    found.add(to);
  }
  return found;
}

interface FilePair {
  readonly from: string;
  readonly to: string;
  readonly shared: number;
}

function rankPairs(
  vanished: ReadonlyMap<string, readonly Candidate[]>,
  appeared: ReadonlyMap<string, readonly Candidate[]>,
): readonly FilePair[] {
  const pairs: FilePair[] = [];
  for (const [to, counts] of countShared(vanished, appeared)) {
    for (const [from, shared] of counts) {
      const smaller = Math.min(vanished.get(from)?.length ?? 0, appeared.get(to)?.length ?? 0);
      if (shared >= SHARED_HALF * smaller) pairs.push({ from, to, shared });
    }
  }
  return pairs.sort(
    (a, b) => b.shared - a.shared || compareText(a.from, b.from) || compareText(a.to, b.to),
  );
}

/** For each appeared path, how many leftovers it shares with each vanished one. */
function countShared(
  vanished: ReadonlyMap<string, readonly Candidate[]>,
  appeared: ReadonlyMap<string, readonly Candidate[]>,
): Map<string, Map<string, number>> {
  const holders = new Map<string, Map<string, number>>();
  for (const [path, entries] of vanished) {
    for (const entry of entries) {
      const key = pathlessKey(entry);
      const counts = holders.get(key) ?? new Map<string, number>();
      holders.set(key, counts.set(path, (counts.get(path) ?? 0) + 1));
    }
  }
  const shared = new Map<string, Map<string, number>>();
  for (const [path, errors] of appeared) {
    const counts = new Map<string, number>();
    for (const [key, group] of groupBy(errors, pathlessKey)) {
      const paths = holders.get(key);
      if (paths === undefined || paths.size > COMMON_LINE_FILES) continue;
      for (const [from, count] of paths) {
        counts.set(from, (counts.get(from) ?? 0) + Math.min(count, group.length));
      }
    }
    shared.set(path, counts);
  }
  return shared;
}

/** Without the message, which often names the module. */
function pathlessKey({ code, scope, text }: Candidate): string {
  return joinKey(code, scope, text);
}
