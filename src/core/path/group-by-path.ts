/** The members of a list that have one path: themselves, and where they stand in the list. */
export interface PathGroup<Item> {
  readonly items: Item[];
  readonly indexes: number[];
}

/** Groups a list by path, each group in the order of the list. */
export function groupByPath<Item extends { readonly path: string }>(
  items: readonly Item[],
): ReadonlyMap<string, PathGroup<Item>> {
  return groupByPathOf(items, ({ path }) => path);
}

/** The same for items that do not say their path themselves. */
export function groupByPathOf<Item>(
  items: readonly Item[],
  pathOf: (item: Item) => string,
): ReadonlyMap<string, PathGroup<Item>> {
  const groups = new Map<string, PathGroup<Item>>();
  // Lists come file by file, mostly: what is together is taken together.
  for (let start = 0; start < items.length; ) {
    const first = items[start];
    const path = first === undefined ? '' : pathOf(first);
    const end = endOfRun(items, start, path, pathOf);
    const group = groups.get(path);
    const run = { items: items.slice(start, end), indexes: range(start, end) };
    groups.set(path, group === undefined ? run : join(group, run));
    start = end;
  }
  return groups;
}

function endOfRun<Item>(
  items: readonly Item[],
  start: number,
  path: string,
  pathOf: (item: Item) => string,
): number {
  let end = start + 1;
  for (; end < items.length; end++) {
    const item = items[end];
    if (item !== undefined && pathOf(item) !== path) break;
  }
  return end;
}

function range(start: number, end: number): number[] {
  const indexes: number[] = [];
  for (let index = start; index < end; index++) indexes.push(index);
  return indexes;
}

/** In place: a list of which nothing is together would be copied again and again. */
function join<Item>(group: PathGroup<Item>, run: PathGroup<Item>): PathGroup<Item> {
  for (const item of run.items) group.items.push(item);
  for (const index of run.indexes) group.indexes.push(index);
  return group;
}
