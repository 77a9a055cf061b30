import { CATEGORIES } from '../category/categories.js';
import type { Category, CategoryId } from '../category/category.js';

/**
 * The categories that have errors: those that the plan names, in its order, then the others, with
 * the most errors first.
 */
export function nextCategories(
  order: readonly CategoryId[],
  counts: ReadonlyMap<CategoryId, number>,
): readonly { readonly category: Category; readonly count: number }[] {
  const rank = (id: CategoryId) => (order.includes(id) ? order.indexOf(id) : order.length);
  return CATEGORIES.map((category) => ({ category, count: counts.get(category.id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => rank(a.category.id) - rank(b.category.id) || b.count - a.count);
}
