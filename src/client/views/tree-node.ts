import type {
  BaselineCounts,
  CategorySummary,
  CodeSummary,
  FileSummary,
} from '../../core/counts/counts.js';
import type { ErrorItem, ProjectSnapshot, ShownProblem } from '../../protocol/messages.js';

/** A row of the tree. `id` stays the same from one snapshot to the next, so rows stay expanded. */
export type TreeNode = ProblemNode | CreateBaselineNode | CountedNode | ErrorNode;

/** A row with counts and rows below it. */
export type CountedNode = ProjectNode | CategoryNode | CodeNode | FileNode;

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

export interface CategoryNode extends Node {
  readonly kind: 'category';
  readonly counts: CategorySummary;
}

export interface CodeNode extends Node {
  readonly kind: 'code';
  readonly parent: CategoryNode;
  readonly counts: CodeSummary;
}

export interface FileNode extends Node {
  readonly kind: 'file';
  readonly parent: CodeNode;
  readonly counts: FileSummary;
}

export interface ErrorNode extends Node {
  readonly kind: 'error';
  readonly error: ErrorItem;
}
