import { isRecord } from '../../core/json/is-record.js';
import type { AcceptErrorsArguments, ErrorItem } from '../../protocol/messages.js';
import type { ReportedPlace } from '../../protocol/report-messages.js';
import type { BranchDetailNode, BranchRowNode } from '../views/branch-node.js';
import type { TreeNode } from '../views/tree-node.js';

/** Commands are called with whatever the caller sends; these tell what it is. */

export function isAcceptErrorsArguments(value: unknown): value is AcceptErrorsArguments {
  return (
    isRecord(value) &&
    typeof value['project'] === 'string' &&
    Array.isArray(value['ids']) &&
    value['ids'].every((id) => typeof id === 'string')
  );
}

export function isErrorItem(value: unknown): value is ErrorItem {
  return (
    isRecord(value) &&
    ['id', 'uri', 'path', 'code', 'message'].every((name) => typeof value[name] === 'string') &&
    ['line', 'character', 'endLine', 'endCharacter'].every(
      (name) => typeof value[name] === 'number',
    )
  );
}

/** What a link in the report's page hands over. */
export function isReportedPlace(value: unknown): value is ReportedPlace {
  return (
    isRecord(value) &&
    typeof value['project'] === 'string' &&
    typeof value['path'] === 'string' &&
    typeof value['line'] === 'number'
  );
}

const NODE_KINDS: ReadonlySet<unknown> = new Set<TreeNode['kind']>([
  'problem',
  'create-baseline',
  'project',
  'group',
  'error',
]);

/** Only our own tree hands rows to our commands, so the kind tells the rest. */
export function isTreeNode(value: unknown): value is TreeNode {
  return isRecord(value) && NODE_KINDS.has(value['kind']) && isRecord(value['snapshot']);
}

/** The same of the branch view. */
export function isBranchRowNode(value: unknown): value is BranchRowNode {
  return isRecord(value) && value['kind'] === 'branch-row' && isRecord(value['row']);
}

export function isBranchDetailNode(value: unknown): value is BranchDetailNode {
  return isRecord(value) && value['kind'] === 'branch-detail' && isRecord(value['detail']);
}
