import type { Category, CategoryId } from './category.js';

/** All categories, in the order in which they are listed where nothing else decides. */
export const CATEGORIES: readonly Category[] = [
  { id: 'syntax', title: 'Syntax errors', priority: 'high' },
  { id: 'incompatible-types', title: 'Incompatible types', priority: 'high' },
  { id: 'optional', title: 'Optional handling (None)', priority: 'high' },
  { id: 'attribute-access', title: 'Attribute access', priority: 'high' },
  { id: 'call-signature', title: 'Calls and signatures', priority: 'high' },
  { id: 'returns', title: 'Return values', priority: 'high' },
  { id: 'missing-annotations', title: 'Missing type annotations', priority: 'medium' },
  { id: 'incompatible-defaults', title: 'Incompatible defaults', priority: 'medium' },
  { id: 'overrides', title: 'Incompatible overrides', priority: 'medium' },
  { id: 'invalid-base-class', title: 'Invalid base class', priority: 'medium' },
  { id: 'any-leaks', title: 'Any leaks', priority: 'medium' },
  { id: 'imports', title: 'Imports', priority: 'medium' },
  { id: 'unreachable', title: 'Unreachable statements', priority: 'low' },
  { id: 'unused-ignores', title: 'Unused ignores and casts', priority: 'low' },
  { id: 'other', title: 'Other', priority: 'low' },
];

const OTHER: Category = { id: 'other', title: 'Other', priority: 'low' };

/** The category of that name. */
export function categoryOf(id: CategoryId): Category {
  return CATEGORIES.find((category) => category.id === id) ?? OTHER;
}
