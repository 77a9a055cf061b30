import type { Category } from '../../core/category/category.js';
import type { BaselineCounts } from '../../core/counts/counts.js';
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

/** All cells of a result, in the order of the server: what is new first, then by number. */
export function listCells({ categories, owners }: ProjectResult): readonly TreeCell[] {
  const cells: TreeCell[] = [];
  for (const { category, codes } of categories) {
    for (const { code, files } of codes) {
      for (const counts of files) {
        const { path } = counts;
        cells.push({ category, code, path, owners: owners[path] ?? [], counts });
      }
    }
  }
  return cells;
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
 * The cells that a person wants to see.
 *
 * @param onlyNew Whether nothing but new errors is wanted, whatever the options say.
 */
export function filterCells(
  cells: readonly TreeCell[],
  { text, statuses, priorities }: TreeOptions,
  onlyNew: boolean,
): readonly TreeCell[] {
  const wanted = text.toLowerCase();
  const shown = onlyNew ? (['new'] as const) : statuses;
  return cells.filter(({ category, code, path, owners, counts }) => {
    if (!shown.some((status) => countOf(counts, status) > 0)) return false;
    if (!priorities.includes(category.priority)) return false;
    const names = [path, code, category.title, ...owners];
    return wanted === '' || names.some((name) => name.toLowerCase().includes(wanted));
  });
}
