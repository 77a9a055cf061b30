import type { BaselineCounts } from '../../core/counts/counts.js';
import type { ErrorItem, ProjectSnapshot, ShownProblem } from '../../protocol/messages.js';
import type { CellGroup } from './tree-grouping.js';

/** A row of the tree. `id` stays the same from one snapshot to the next, so rows stay expanded. */
export type TreeNode = ProblemNode | CreateBaselineNode | CountedNode | ErrorNode;

/** A row with counts and rows below it. */
export type CountedNode = ProjectNode | GroupNode;

interface Node {
  readonly id: string;
  readonly snapshot: ProjectSnapshot;
}

/** Something to put right; choosing it does that. */
export interface ProblemNode extends Node {
  readonly kind: 'problem';
  readonly problem: ShownProblem;
}

/** The invitation to create the baseline that is missing. */
export interface CreateBaselineNode extends Node {
  readonly kind: 'create-baseline';
}

export interface ProjectNode extends Node {
  readonly kind: 'project';
  readonly counts: BaselineCounts;
}

/** Errors that have a category, a code, a file, a folder or an owner in common. */
export interface GroupNode extends Node {
  readonly kind: 'group';
  readonly group: CellGroup;
  /** The rows that it is below, the outermost first. */
  readonly above: readonly CellGroup[];
}

export interface ErrorNode extends Node {
  readonly kind: 'error';
  readonly error: ErrorItem;
}

/** The counts of a row that has some. */
export function countsOf(node: CountedNode): BaselineCounts {
  return node.kind === 'project' ? node.counts : node.group.counts;
}
