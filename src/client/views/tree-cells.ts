import type { Category } from '../../core/category/category.js';
import { categoryTitle } from '../../core/category/category-title.js';
import type { BaselineCounts } from '../../core/counts/counts.js';
import type { Language } from '../../core/language/language.js';
import type { ProjectResult } from '../../protocol/messages.js';
import type { ShownStatus, TreeOptions } from './tree-options.js';

/** The smallest part that is counted: the errors of one code and category in one file. */
export interface TreeCell {
  readonly category: Category;
  readonly code: string;
  readonly path: string;
  /** Of the file, as CODEOWNERS names them; empty where nobody is named. */
  readonly owners: readonly string[];
  readonly counts: BaselineCounts;
}

/** Each cell of a result, in the order of the server: what is new first, then by number. */
export function* eachCell({ categories, owners }: ProjectResult): Generator<TreeCell> {
  for (const { category, codes } of categories) {
    for (const { code, files } of codes) {
      for (const counts of files) {
        const { path } = counts;
        yield { category, code, path, owners: owners[path] ?? [], counts };
      }
    }
  }
}

function countOf({ current, new: added, fixed }: BaselineCounts, status: ShownStatus): number {
  switch (status) {
    case 'new':
      return added;
    case 'baseline':
      return current - added;
    case 'fixed':
      return fixed;
  }
}

/**
 * Tells which cells a person wants to see.
 *
 * @param onlyNew Whether nothing but new errors is wanted, whatever the options say.
 */
export function cellFilter(
  { text, statuses, priorities }: TreeOptions,
  onlyNew: boolean,
  language: Language,
): (cell: TreeCell) => boolean {
  const wanted = text.toLowerCase();
  const shown = onlyNew ? (['new'] as const) : statuses;
  return ({ category, code, path, owners, counts }) => {
    if (!shown.some((status) => countOf(counts, status) > 0)) return false;
    if (!priorities.includes(category.priority)) return false;
    const names = [path, code, categoryTitle(category.id, language), ...owners];
    return wanted === '' || names.some((name) => name.toLowerCase().includes(wanted));
  };
}
