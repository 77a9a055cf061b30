/** A place in a file: `file` orders files, `line` and `character` are 0-based. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly character: number;
}

export type Direction = 'next' | 'previous';

/** One of several errors, and which one it is: 1-based, in the order of file and line. */
export interface PickedError<Item> {
  readonly item: Item;
  readonly number: number;
  readonly total: number;
}

/**
 * The first error after the cursor, or the last one before it, going round at either end. Without a
 * cursor the walk begins at the first, or at the last. Undefined when there are no errors.
 */
export function pickError<Item extends Place>(
  items: readonly Item[],
  cursor: Place | undefined,
  direction: Direction,
): PickedError<Item> | undefined {
  const sorted = items.toSorted(comparePlaces);
  const index = findIndex(sorted, cursor, direction);
  const wrapped = direction === 'next' ? 0 : sorted.length - 1;
  const picked = index === -1 ? wrapped : index;
  const item = sorted[picked];
  return item === undefined ? undefined : { item, number: picked + 1, total: sorted.length };
}

function findIndex(
  sorted: readonly Place[],
  cursor: Place | undefined,
  direction: Direction,
): number {
  if (cursor === undefined) return -1;
  return direction === 'next'
    ? sorted.findIndex((place) => comparePlaces(place, cursor) > 0)
    : sorted.findLastIndex((place) => comparePlaces(place, cursor) < 0);
}

function comparePlaces(left: Place, right: Place): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.character - right.character;
}
