import { ENGLISH } from '../language/language.js';

/** How much of a list is shown. */
export interface ListLimits {
  readonly items: number;
  /** Of the finished text, in UTF-16 code units. */
  readonly characters: number;
}

/** A list with its first items and, where some are left out, a line that says how many. */
export function markdownList<Item>(
  items: readonly Item[],
  describe: (item: Item) => string,
  limits: ListLimits,
): string {
  const shown: string[] = [];
  let characters = 0;
  for (const item of items.slice(0, limits.items)) {
    const line = `- ${describe(item)}`;
    characters += line.length + 1;
    if (characters > limits.characters) break;
    shown.push(line);
  }
  const left = items.length - shown.length;
  if (left > 0) shown.push(`- … and ${ENGLISH.number(left)} more`);
  return shown.join('\n');
}
