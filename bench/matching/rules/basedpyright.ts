import type { PlacedError } from '../../../test/support/corpus/snapshot.js';
import type { Rule } from './rule.js';

/**
 * basedpyright: file by file, the longest common subsequence of both lists, where two errors are
 * equal that have the same code, columns and number of lines. What is not in it is new.
 */
export const BASEDPYRIGHT: Rule = {
  name: 'basedpyright',
  findNew: ({ before, now }) => {
    const found = new Set<PlacedError>();
    for (const [path, { errors }] of now) {
      for (const error of findAdded(before.get(path)?.errors ?? [], errors)) found.add(error);
    }
    return found;
  },
};

function keyOf({ finding: { code, line, endLine, column, endColumn } }: PlacedError): string {
  return JSON.stringify([code, column, endColumn, endLine - line]);
}

/** The members of `now` outside the longest common subsequence. */
function findAdded(
  before: readonly PlacedError[],
  now: readonly PlacedError[],
): readonly PlacedError[] {
  // Files that did not change are the same value here; their lists have everything in common.
  if (before === now) return [];
  const old = before.map(keyOf);
  const current = now.map(keyOf);
  const lengths = commonLengths(old, current);
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const added: PlacedError[] = [];
  let i = 0;
  for (const [j, error] of now.entries()) {
    // Old errors are passed over as long as that costs nothing.
    while (i < old.length && old[i] !== current[j] && lengthAt(i + 1, j) === lengthAt(i, j)) i++;
    if (i < old.length && old[i] === current[j]) i++;
    else added.push(error);
  }
  return added;
}

/** For each pair of suffixes the length of their longest common subsequence. */
function commonLengths(old: readonly string[], current: readonly string[]): readonly Uint32Array[] {
  const rows = old.map(() => new Uint32Array(current.length + 1));
  rows.push(new Uint32Array(current.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    const [row, below] = [rows[i], rows[i + 1]];
    if (row === undefined || below === undefined) continue;
    for (let j = current.length - 1; j >= 0; j--) {
      row[j] =
        old[i] === current[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return rows;
}
