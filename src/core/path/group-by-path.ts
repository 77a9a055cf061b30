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
  let index = 0;
  for (const item of items) {
    const group = groups.get(item.path);
    if (group === undefined) groups.set(item.path, { items: [item], indexes: [index] });
    else {
      group.items.push(item);
      group.indexes.push(index);
    }
    index++;
  }
  return groups;
}
