import type { FoundError } from './found-error.js';

/** The truth about an error on a line that was not touched. */
export type KeptLabel = 'P' | 'N' | 'X';

/** An error on an untouched line. */
export interface KeptError {
  readonly error: FoundError;
  /** Where its line was in the earlier file, 1-based. */
  readonly oldLine: number;
}

/** @param earlier The errors of the earlier file. */
export function labelKept(
  kept: readonly KeptError[],
  earlier: readonly FoundError[],
): ReadonlyMap<FoundError, KeptLabel> {
  const held = groupBy(earlier, ({ line, code }) => `${line} ${code}`);
  const groups = groupBy(kept, ({ oldLine, error }) => `${oldLine} ${error.code}`);
  const labels = new Map<FoundError, KeptLabel>();
  for (const [key, group] of groups) {
    const errors = group.map(({ error }) => error);
    const found = labelLine(errors, held.get(key) ?? []);
    for (const [index, error] of errors.entries()) labels.set(error, found[index] ?? 'N');
  }
  return labels;
}

/**
 * Labels the errors of one code on one line by those of that code that it held before. An error may
 * be reworded because another file changed; more errors than there were are new ones.
 */
function labelLine(
  now: readonly FoundError[],
  before: readonly FoundError[],
): readonly KeptLabel[] {
  const unseen = before.map(({ message }) => message);
  const isSame = now.map(({ message }) => {
    const index = unseen.indexOf(message);
    if (index >= 0) unseen.splice(index, 1);
    return index >= 0;
  });
  const others = isSame.filter((same) => !same).length;
  return now.map(({ message }, index) => {
    if (isSame[index] === true || others <= unseen.length) return 'P';
    // Which one of several is new, nobody can tell.
    const isTwin = before.some((error) => error.message === message);
    return unseen.length > 0 || isTwin ? 'X' : 'N';
  });
}

function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
