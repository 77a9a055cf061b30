import type { Candidate } from './candidate.js';
import { groupBy, joinKey, type KeyOf, type Leftovers } from './leftovers.js';
import { maskQuotedNames } from './normalise.js';
import { definitionKey } from './renamed-scopes.js';
import { EDITED_SIMILARITY, pairBySimilarity } from './similarity.js';
import type { Hunk } from './source-changes.js';

/** Enough where the hunk, the scope and mypy's wording agree already. */
const REWRITTEN_SIMILARITY = 0.4;

/**
 * The line was edited: git shows the old line and the new one in one hunk, and mypy says the same or
 * nearly the same of both. The less the messages agree, the more the lines have to.
 */
export function matchInHunks(left: Leftovers): void {
  pairInHunks(left, 0, definitionKey);
  pairInHunks(left, 0, ({ code, scope, message }) => joinKey(code, scope, message));
  pairInHunks(left, EDITED_SIMILARITY, ({ code, message }) =>
    joinKey(code, maskQuotedNames(message)),
  );
  pairInHunks(left, REWRITTEN_SIMILARITY, ({ code, scope, message }) =>
    joinKey(code, scope, maskQuotedNames(message)),
  );
  pairInHunks(left, EDITED_SIMILARITY, ({ code }) => code);
}

/** Pairs within each hunk what has equal keys, the most similar lines first. */
function pairInHunks(left: Leftovers, floor: number, keyOf: KeyOf): void {
  const entries = groupByHunk(left.entries);
  if (entries.size === 0) return;
  // An entry whose line was taken away in several hunks stands in the list of each of them.
  const used = new Set<Candidate>();
  const found: (readonly [Candidate, Candidate])[] = [];
  for (const [hunk, errors] of groupByHunk(left.errors)) {
    const free = (entries.get(hunk) ?? []).filter((entry) => !used.has(entry));
    const groups = groupBy(free, keyOf);
    for (const [key, group] of groupBy(errors, keyOf)) {
      const pairs = pairBySimilarity(group, groups.get(key) ?? [], floor);
      for (const [, entry] of pairs) used.add(entry);
      found.push(...pairs);
    }
  }
  left.settle('edited', found);
}

function groupByHunk(candidates: readonly Candidate[]): ReadonlyMap<Hunk, readonly Candidate[]> {
  const groups = new Map<Hunk, Candidate[]>();
  for (const candidate of candidates) {
    for (const hunk of candidate.hunks ?? []) {
      const group = groups.get(hunk);
      if (group === undefined) groups.set(hunk, [candidate]);
      else group.push(candidate);
    }
  }
  return groups;
}
