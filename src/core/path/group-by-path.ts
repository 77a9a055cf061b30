import { type PathGroup, PathGrouping } from './path-grouping.js';

/** Groups a list by path, each group in the order of the list. */
export function groupByPath<Item extends { readonly path: string }>(
  items: readonly Item[],
): ReadonlyMap<string, PathGroup<Item>> {
  return new PathGrouping<Item>(({ path }) => path).group(items);
}
