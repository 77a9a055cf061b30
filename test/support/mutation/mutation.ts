import type { Choice } from './choice.js';
import type { SourceTree } from './source-tree.js';

/**
 * A change of source code whose effect on every error is known: each error of the tree that comes
 * out is an old one or new, and an old one that is not in it was fixed.
 *
 * @returns null when the tree has no place for it.
 */
export type Mutation = (tree: SourceTree, choice: Choice) => SourceTree | null;
