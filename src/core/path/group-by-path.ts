/** The members of a list that have one path: themselves, and where they stand in the list. */
export interface PathGroup<Item> {
  readonly items: Item[];
  readonly indexes: number[];
}

/** Groups a list by path, each group in the order of the list. */
export function groupByPath<Item extends { readonly path: string }>(
  items: readonly Item[],
): ReadonlyMap<string, PathGroup<Item>> {
  const groups = new Map<string, PathGroup<Item>>();
  // Lists mostly come file by file, and to compare a path with the last one is cheaper than to look
  // it up.
  let last: { readonly path: string; readonly group: PathGroup<Item> } | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item === undefined) continue;
    if (last?.path !== item.path) last = { path: item.path, group: groupOf(groups, item.path) };
    last.group.items.push(item);
    last.group.indexes.push(index);
  }
  return groups;
}

function groupOf<Item>(groups: Map<string, PathGroup<Item>>, path: string): PathGroup<Item> {
  const known = groups.get(path);
  if (known !== undefined) return known;
  const group = { items: [], indexes: [] };
  groups.set(path, group);
  return group;
}
