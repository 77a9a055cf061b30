/** The members of a list that have one path: themselves, and where they stand in the list. */
export interface PathGroup<Item> {
  readonly items: readonly Item[];
  readonly indexes: readonly number[];
}

/** Members of one path that stand together in a list. */
interface Run<Item> {
  readonly path: string;
  /** Of the first in the list. */
  readonly start: number;
  readonly group: PathGroup<Item>;
}

/** Where two lists differ: what comes before and after it is the very same in both. */
interface Difference {
  /** How many members both begin with. */
  readonly before: number;
  /** How many members both end with, beside those. */
  readonly after: number;
}

/**
 * Groups lists by path, each nearly the same as the one before: what both begin and end with is not
 * looked at again. A file in which nothing changed keeps the very same items.
 */
export class PathGrouping<Item> {
  readonly #pathOf: (item: Item) => string;
  #items: readonly Item[] = [];
  #runs: readonly Run<Item>[] = [];
  #groups: ReadonlyMap<string, PathGroup<Item>> = new Map();

  constructor(pathOf: (item: Item) => string) {
    this.#pathOf = pathOf;
  }

  /** Each group in the order of the list. */
  group(items: readonly Item[]): ReadonlyMap<string, PathGroup<Item>> {
    if (items === this.#items) return this.#groups;
    this.#runs = this.#follow(items, findDifference(this.#items, items));
    this.#items = items;
    this.#groups = joinRuns(this.#runs);
    return this.#groups;
  }

  #follow(items: readonly Item[], { before, after }: Difference): readonly Run<Item>[] {
    const shift = items.length - this.#items.length;
    // A run that touches the difference may go on in it.
    const kept = this.#runs.filter((run) => endOf(run) < before);
    const tail = this.#runs.filter(({ start }) => start > this.#items.length - after);
    const [lastKept, firstOfTail] = [kept.at(-1), tail[0]];
    const start = lastKept === undefined ? 0 : endOf(lastKept);
    const end = firstOfTail === undefined ? items.length : firstOfTail.start + shift;
    return [
      ...kept,
      ...splitRuns(items, { start, end }, this.#pathOf),
      ...tail.map((run) => moveRun(run, shift)),
    ];
  }
}

function findDifference(left: readonly unknown[], right: readonly unknown[]): Difference {
  const shorter = Math.min(left.length, right.length);
  let before = 0;
  while (before < shorter && left[before] === right[before]) before++;
  let after = 0;
  const rest = shorter - before;
  while (after < rest && left[left.length - 1 - after] === right[right.length - 1 - after]) after++;
  return { before, after };
}

/** Lists come file by file, mostly: what is together is taken together. */
function splitRuns<Item>(
  items: readonly Item[],
  { start: first, end: last }: { readonly start: number; readonly end: number },
  pathOf: (item: Item) => string,
): readonly Run<Item>[] {
  const runs: Run<Item>[] = [];
  for (let start = first; start < last; ) {
    const item = items[start];
    const path = item === undefined ? '' : pathOf(item);
    let end = start + 1;
    for (; end < last; end++) {
      const next = items[end];
      if (next !== undefined && pathOf(next) !== path) break;
    }
    runs.push({
      path,
      start,
      group: { items: items.slice(start, end), indexes: range(start, end) },
    });
    start = end;
  }
  return runs;
}

function moveRun<Item>({ path, start, group }: Run<Item>, shift: number): Run<Item> {
  const moved = start + shift;
  const { items } = group;
  const indexes = shift === 0 ? group.indexes : range(moved, moved + items.length);
  return { path, start: moved, group: { items, indexes } };
}

function joinRuns<Item>(runs: readonly Run<Item>[]): ReadonlyMap<string, PathGroup<Item>> {
  const groups = new Map<string, PathGroup<Item>>();
  /** Of paths that stand in several places: their own lists, to which more is added. */
  const joined = new Map<string, { readonly items: Item[]; readonly indexes: number[] }>();
  for (const { path, group } of runs) {
    const first = groups.get(path);
    if (first === undefined) {
      groups.set(path, group);
      continue;
    }
    const whole = joined.get(path) ?? { items: [...first.items], indexes: [...first.indexes] };
    for (const item of group.items) whole.items.push(item);
    for (const index of group.indexes) whole.indexes.push(index);
    joined.set(path, whole);
    groups.set(path, whole);
  }
  return groups;
}

function endOf({ start, group }: Run<unknown>): number {
  return start + group.items.length;
}

function range(start: number, end: number): readonly number[] {
  const indexes: number[] = [];
  for (let index = start; index < end; index++) indexes.push(index);
  return indexes;
}
