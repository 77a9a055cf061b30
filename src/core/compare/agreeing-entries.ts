import type { BaselineEntry } from '../baseline/baseline.js';
import { groupByPath } from '../path/group-by-path.js';
import { isSameEntry } from './same-entry.js';

/** The entries of those files of which other versions of a baseline say just the same. */
export function findAgreeing(
  entries: readonly BaselineEntry[],
  others: readonly (readonly BaselineEntry[])[],
): readonly BaselineEntry[] {
  const different = others.filter((other) => other !== entries);
  if (different.length === 0) return entries;
  const groups = different.map((other) => groupByPath(other));
  return [...groupByPath(entries)].flatMap(([path, { items }]) =>
    groups.every((group) => areSame(items, group.get(path)?.items ?? [])) ? items : [],
  );
}

function areSame(left: readonly BaselineEntry[], right: readonly BaselineEntry[]): boolean {
  return (
    left.length === right.length && left.every((entry, index) => isSameEntry(entry, right[index]))
  );
}
