import assert from 'node:assert/strict';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import { categorise } from '../../../src/core/category/categorise.js';
import type { BaselineHistory, HistoryPoint } from '../../../src/core/history/history-point.js';
import { git } from './repository.js';

/** The points of a history that must have been read. */
export function pointsOf(history: BaselineHistory): readonly HistoryPoint[] {
  assert.ok(history.kind === 'read', JSON.stringify(history));
  return history.points;
}

/** `category code: count` of a baseline's text, counted entry by entry; null for what is none. */
export function countText(text: string): readonly string[] | null {
  const read = parseBaseline(text);
  return read.kind === 'read' ? countEntries(read.baseline.entries) : null;
}

/** The same of a point. */
export function countPoint({ size, damagedLines }: HistoryPoint): readonly string[] | null {
  if (size === null || damagedLines > 0) return null;
  return size.codes.map(({ category, code, count }) => `${category} ${code}: ${count}`).sort();
}

/** The same of every first-parent commit that has another baseline than the one before it. */
export async function countEveryBlob(
  folder: string,
  path: string,
): Promise<readonly { readonly commit: string; readonly counts: readonly string[] | null }[]> {
  const commits = await git(folder, 'rev-list', '--first-parent', '--reverse', 'HEAD');
  const counted = [];
  let before = '';
  for (const commit of commits.split('\n')) {
    const row = await git(folder, 'ls-tree', commit, '--', path);
    if (row === before) continue;
    before = row;
    const [, , blob] = row.split(/\s/);
    const text = blob === undefined ? '' : await git(folder, 'cat-file', 'blob', blob);
    counted.push({ commit, counts: blob === undefined ? null : countText(text) });
  }
  return counted;
}

function countEntries(entries: readonly BaselineEntry[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { code, message } of entries) {
    const kind = `${categorise(code, message)} ${code}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${kind}: ${count}`).sort();
}
