import type { EntryOrigin } from '../baseline/line-origin.js';
import type { Language } from '../language/language.js';
import type { BranchItem } from './branch-comparison.js';

/** An item with what git and the imports say about it. */
export interface DescribedItem {
  readonly item: BranchItem;
  /** Changed files that may have broken the item's own, which is not changed; mostly one. */
  readonly causes: readonly string[];
  /** Of an accepted entry: who accepted it. */
  readonly origin: EntryOrigin;
}

/** `broken by your change to models.py`; empty where nobody knows. `quote` marks a path. */
export function describeCauses(
  causes: readonly string[],
  language: Language,
  quote: (path: string) => string = (path) => path,
): string {
  const [last, ...others] = causes.toReversed().map(quote);
  if (last === undefined) return '';
  if (others.length === 0) return language.say('broken by your change to {0}', last);
  const rest = others.toReversed().join(', ');
  return language.say('broken by your change to {0} or {1}', rest, last);
}
