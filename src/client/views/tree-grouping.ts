import { addCounts, type BaselineCounts } from '../../core/counts/counts.js';
import { compareText } from '../../core/order/compare-text.js';
import type { TreeCell } from './tree-cells.js';
import type { Grouping, Sorting } from './tree-options.js';

/** What a row stands for. */
export type GroupLevel = 'category' | 'code' | 'file' | 'directory' | 'owner';

/** The cells that have something in common, with their counts together. */
export interface CellGroup {
  readonly level: GroupLevel;
  /** What they have in common: a category's id, a code, a path, an owner; empty for none of these. */
  readonly key: string;
  readonly cells: readonly TreeCell[];
  readonly counts: BaselineCounts;
}

/** What a cell itself says; a folder is only a part of its path. */
type CellLevel = Exclude<GroupLevel, 'directory'>;

/** The levels below each other; folders, which lie in folders, stand above those. */
const LEVELS: Readonly<Record<Grouping, readonly CellLevel[]>> = {
  category: ['category', 'code', 'file'],
  code: ['code', 'file'],
  file: ['file', 'code'],
  directory: ['file', 'code'],
  owner: ['owner', 'category', 'code', 'file'],
};

const NOTHING: BaselineCounts = { current: 0, committed: 0, new: 0, fixed: 0 };

/** The groups of the first level. */
export function groupAll(
  cells: readonly TreeCell[],
  grouping: Grouping,
  sorting: Sorting,
): readonly CellGroup[] {
  if (grouping === 'directory') return groupFolder(cells, '', sorting);
  const [first] = LEVELS[grouping];
  return first === undefined ? [] : groupBy(cells, first, sorting);
}

/** The groups below one; undefined below the last level, where the errors are. */
export function groupBelow(
  { level, key, cells }: CellGroup,
  grouping: Grouping,
  sorting: Sorting,
): readonly CellGroup[] | undefined {
  if (level === 'directory') return groupFolder(cells, key, sorting);
  const next = LEVELS[grouping][LEVELS[grouping].indexOf(level) + 1];
  return next && groupBy(cells, next, sorting);
}

function groupBy(
  cells: readonly TreeCell[],
  level: CellLevel,
  sorting: Sorting,
): readonly CellGroup[] {
  const groups = new Map<string, TreeCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell, level);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return sort(
    [...groups].map(([key, members]) => toGroup(level, key, members)),
    sorting,
  );
}

/** The folders and files that lie in a folder; one that holds only one other is drawn with it. */
function groupFolder(
  cells: readonly TreeCell[],
  folder: string,
  sorting: Sorting,
): readonly CellGroup[] {
  const start = folder === '' ? 0 : folder.length + 1;
  const folders = new Map<string, TreeCell[]>();
  const files: TreeCell[] = [];
  for (const cell of cells) {
    const end = cell.path.indexOf('/', start);
    if (end < 0) files.push(cell);
    else {
      const name = cell.path.slice(0, end);
      const members = folders.get(name);
      if (members === undefined) folders.set(name, [cell]);
      else members.push(cell);
    }
  }
  const below = [...folders].map(([name, members]) =>
    toGroup('directory', commonFolder(name, members), members),
  );
  return [...sort(below, sorting), ...groupBy(files, 'file', sorting)];
}

/** The longest folder in which all of these lie. */
function commonFolder(folder: string, cells: readonly TreeCell[]): string {
  const [first] = cells;
  if (first === undefined) return folder;
  let common = folder;
  for (;;) {
    const end = first.path.indexOf('/', common.length + 1);
    if (end < 0) return common;
    const deeper = first.path.slice(0, end);
    if (!cells.every(({ path }) => path.startsWith(`${deeper}/`))) return common;
    common = deeper;
  }
}

/** Files that several own together are a group of their own, so that the rows add up. */
function keyOf({ category, code, path, owners }: TreeCell, level: CellLevel): string {
  switch (level) {
    case 'category':
      return category.id;
    case 'code':
      return code;
    case 'file':
      return path;
    case 'owner':
      return owners.toSorted(compareText).join(' ');
  }
}

function toGroup(level: GroupLevel, key: string, cells: readonly TreeCell[]): CellGroup {
  const counts = cells.reduce((sum, cell) => addCounts(sum, cell.counts), NOTHING);
  return { level, key, cells, counts };
}

function sort(groups: CellGroup[], sorting: Sorting): readonly CellGroup[] {
  return groups.sort((a, b) => ORDERS[sorting](a, b) || compareText(a.key, b.key));
}

const ORDERS: Readonly<Record<Sorting, (a: CellGroup, b: CellGroup) => number>> = {
  urgency: ({ counts: a }, { counts: b }) =>
    b.new - a.new || b.current - a.current || b.committed - a.committed,
  count: ({ counts: a }, { counts: b }) => b.current - a.current,
  change: ({ counts: a }, { counts: b }) => changeOf(b) - changeOf(a) || b.current - a.current,
  name: () => 0,
};

function changeOf({ current, committed }: BaselineCounts): number {
  return current - committed;
}
