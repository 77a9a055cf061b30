import { parseLine } from '../baseline/parse-baseline.js';
import { CATEGORIES } from '../category/categories.js';
import { categorise } from '../category/categorise.js';
import type { CategoryId } from '../category/category.js';
import { compareText } from '../order/compare-text.js';
import type { BaselineSize, CodeCount } from './history-point.js';

/** How many lines of each kind. */
export type LineCounts = ReadonlyMap<LineKind, number>;

/** `category code` of an entry, or {@link DAMAGED}. */
export type LineKind = string;

/** A line that no baseline has. */
export const DAMAGED: LineKind = '!';

/** What one change of a baseline file did to it, by the lines of its diff. */
export interface ChangeTally {
  readonly added: LineCounts;
  readonly removed: LineCounts;
}

/** Adds up the lines of one diff. */
export class TallyBuilder {
  readonly #added = new Map<LineKind, number>();
  readonly #removed = new Map<LineKind, number>();

  /** @param line Without its line feed. */
  add(line: string): void {
    count(this.#added, line);
  }

  remove(line: string): void {
    count(this.#removed, line);
  }

  build(): ChangeTally {
    return { added: this.#added, removed: this.#removed };
  }
}

function count(counts: Map<LineKind, number>, line: string): void {
  const kind = kindOf(line);
  if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

/** Undefined for what is of no size: headers and empty lines. */
function kindOf(line: string): LineKind | undefined {
  if (line.trim() === '') return undefined;
  const parsed = parseLine(line);
  switch (parsed.kind) {
    case 'entry': {
      const { code, message } = parsed.entry;
      return `${categorise(code, message)} ${code}`;
    }
    case 'header':
      return undefined;
    case 'newer':
    case 'malformed':
      return DAMAGED;
  }
}

/** How many entries. */
export function countEntries(counts: LineCounts): number {
  let entries = 0;
  for (const [kind, amount] of counts) entries += kind === DAMAGED ? 0 : amount;
  return entries;
}

/** The lines after a change of a file that had some. What is gone is left out. */
export function applyTally(before: LineCounts, { added, removed }: ChangeTally): LineCounts {
  const after = new Map(before);
  for (const [kind, amount] of added) after.set(kind, (after.get(kind) ?? 0) + amount);
  for (const [kind, amount] of removed) {
    const left = (after.get(kind) ?? 0) - amount;
    if (left === 0) after.delete(kind);
    else after.set(kind, left);
  }
  return after;
}

/** The size of a baseline with these lines, by categories in their order, then by code. */
export function toSize(counts: LineCounts): BaselineSize {
  const codes = [...counts].flatMap(([kind, amount]) => toCodeCount(kind, amount) ?? []);
  return { total: countEntries(counts), codes: codes.sort(byCategory) };
}

function toCodeCount(kind: LineKind, amount: number): CodeCount | undefined {
  const space = kind.indexOf(' ');
  if (space < 0) return undefined;
  return {
    category: toCategoryId(kind.slice(0, space)),
    code: kind.slice(space + 1),
    count: amount,
  };
}

function toCategoryId(text: string): CategoryId {
  return CATEGORIES.find(({ id }) => id === text)?.id ?? 'other';
}

function byCategory(a: CodeCount, b: CodeCount): number {
  return rank(a.category) - rank(b.category) || compareText(a.code, b.code);
}

function rank(id: CategoryId): number {
  return CATEGORIES.findIndex((category) => category.id === id);
}
