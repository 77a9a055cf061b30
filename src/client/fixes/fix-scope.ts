import type { FixScope } from '../../protocol/fix-messages.js';
import type { TreeNode } from '../views/tree-node.js';

/** The errors that a row of the tree stands for; undefined for a row without any. */
export function toFixScope(node: TreeNode): FixScope | undefined {
  switch (node.kind) {
    case 'problem':
    case 'create-baseline':
      return undefined;
    case 'project':
      return { kind: 'all' };
    case 'error':
      return { kind: 'errors', ids: [node.error.id] };
    case 'group':
      return {
        kind: 'cells',
        cells: node.group.cells.map(({ category, code, path }) => ({
          category: category.id,
          code,
          path,
        })),
      };
  }
}
