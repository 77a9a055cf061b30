import type { BaselineEntry } from '../baseline/baseline.js';
import type { Comparable } from './comparison.js';
import { stripSpace } from './normalise.js';
import { similarity } from './similarity.js';

/** In what an entry differs from an error. */
export type EntryField = 'path' | 'code' | 'scope' | 'message' | 'text';

/** An entry that is nearly an error's own. */
export interface CloseEntry {
  readonly entry: BaselineEntry;
  readonly differences: readonly EntryField[];
  /** 0 to 1, over all fields. */
  readonly closeness: number;
}

const FIELDS: readonly EntryField[] = ['path', 'code', 'scope', 'message', 'text'];

/** The entries that come closest to an error, closest first. For explaining; nothing is matched. */
export function findClosest(
  error: Comparable,
  entries: readonly BaselineEntry[],
  most: number,
): readonly CloseEntry[] {
  return entries
    .filter((entry) => entry.path === error.path || entry.text === error.text)
    .map((entry) => ({
      entry,
      differences: FIELDS.filter((field) => stripSpace(entry[field]) !== stripSpace(error[field])),
      closeness: closenessOf(error, entry),
    }))
    .sort((a, b) => b.closeness - a.closeness)
    .slice(0, most);
}

/** The line says most, then mypy's message; the rest is yes or no. */
function closenessOf(error: Comparable, entry: BaselineEntry): number {
  const same = (field: EntryField) => (error[field] === entry[field] ? 1 : 0);
  const text = similarity(stripSpace(error.text), stripSpace(entry.text));
  const message = similarity(error.message, entry.message);
  return (
    0.4 * text + 0.25 * message + 0.15 * same('code') + 0.1 * same('scope') + 0.1 * same('path')
  );
}
