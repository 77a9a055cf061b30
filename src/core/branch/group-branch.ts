import { CATEGORIES } from '../category/categories.js';
import { categorise } from '../category/categorise.js';
import type { CategoryId } from '../category/category.js';
import { categoryTitle } from '../category/category-title.js';
import type { Language } from '../language/language.js';
import { compareText } from '../order/compare-text.js';
import { type BranchItem, type BranchItemKind, subjectOf } from './branch-comparison.js';

/** By what the items of one kind are put together. */
export type BranchGrouping = 'category' | 'file';

/** Items of one kind that stand together. */
export interface BranchGroup {
  /** The id of a category, or a path relative to the root. */
  readonly key: string;
  readonly title: string;
  readonly count: number;
}

/** The items of one kind, counted and put together both ways. */
export interface BranchSection {
  readonly kind: BranchItemKind;
  readonly count: number;
  /** In the order in which categories are listed everywhere. */
  readonly byCategory: readonly BranchGroup[];
  /** In the order of paths. */
  readonly byFile: readonly BranchGroup[];
}

/** Counts the items of one kind. */
export function toSection(
  kind: BranchItemKind,
  items: readonly BranchItem[],
  language: Language,
): BranchSection {
  const own = items.filter((item) => item.kind === kind);
  const rank = new Map<string, number>(CATEGORIES.map(({ id }, index) => [id, index]));
  const categories = countBy(own, categoryIdOf)
    .map(([id, count]) => ({ key: id, title: categoryTitle(id, language), count }))
    .sort((a, b) => (rank.get(a.key) ?? 0) - (rank.get(b.key) ?? 0));
  const files = countBy(own, (item) => subjectOf(item).path)
    .map(([path, count]) => ({ key: path, title: path, count }))
    .sort((a, b) => compareText(a.key, b.key));
  return { kind, count: own.length, byCategory: categories, byFile: files };
}

/** Which group of a section is meant. */
export interface BranchGroupName {
  readonly kind: BranchItemKind;
  readonly grouping: BranchGrouping;
  readonly key: string;
}

/** The items of one group, in the order of the comparison. */
export function listGroup(
  items: readonly BranchItem[],
  { kind, grouping, key }: BranchGroupName,
): readonly BranchItem[] {
  const keyOf = grouping === 'category' ? categoryIdOf : (item: BranchItem) => subjectOf(item).path;
  return items.filter((item) => item.kind === kind && keyOf(item) === key);
}

/** The category of an item's error or entry. */
export function categoryIdOf(item: BranchItem): CategoryId {
  const { code, message } = subjectOf(item);
  return categorise(code, message);
}

function countBy<Key>(
  items: readonly BranchItem[],
  keyOf: (item: BranchItem) => Key,
): readonly (readonly [Key, number])[] {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts];
}
