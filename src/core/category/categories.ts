import type { Category, CategoryId } from './category.js';

/** All categories, in the order in which they are listed where nothing else decides. */
export const CATEGORIES: readonly Category[] = [
  { id: 'syntax', priority: 'high' },
  { id: 'incompatible-types', priority: 'high' },
  { id: 'optional', priority: 'high' },
  { id: 'attribute-access', priority: 'high' },
  { id: 'call-signature', priority: 'high' },
  { id: 'returns', priority: 'high' },
  { id: 'missing-annotations', priority: 'medium' },
  { id: 'incompatible-defaults', priority: 'medium' },
  { id: 'overrides', priority: 'medium' },
  { id: 'invalid-base-class', priority: 'medium' },
  { id: 'any-leaks', priority: 'medium' },
  { id: 'imports', priority: 'medium' },
  { id: 'unreachable', priority: 'low' },
  { id: 'unused-ignores', priority: 'low' },
  { id: 'other', priority: 'low' },
];

const OTHER: Category = { id: 'other', priority: 'low' };

/** The category of that name. */
export function categoryOf(id: CategoryId): Category {
  return CATEGORIES.find((category) => category.id === id) ?? OTHER;
}
