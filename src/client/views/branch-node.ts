import type { EntryOrigin } from '../../core/baseline/line-origin.js';
import type { BranchGroup, BranchGrouping, BranchSection } from '../../core/branch/group-branch.js';
import type { BranchRow, ShownBranch } from '../../protocol/branch-messages.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';

/** A row of the branch view. `id` stays the same from one comparison to the next. */
export type BranchNode =
  | BranchProjectNode
  | BranchNoticeNode
  | BranchSectionNode
  | BranchGroupNode
  | BranchRowNode
  | BranchDetailNode;

export type ComparedBranch = Extract<ShownBranch, { kind: 'compared' }>;

interface Node {
  readonly id: string;
  readonly snapshot: ProjectSnapshot;
}

/** One of several projects. */
export interface BranchProjectNode extends Node {
  readonly kind: 'branch-project';
  readonly branch: ShownBranch;
}

/** Why there is nothing to list. */
export interface BranchNoticeNode extends Node {
  readonly kind: 'branch-notice';
  readonly message: string;
  /** Whether another revision would help. */
  readonly isProblem: boolean;
}

export interface BranchSectionNode extends Node {
  readonly kind: 'branch-section';
  readonly branch: ComparedBranch;
  readonly section: BranchSection;
}

export interface BranchGroupNode extends Node {
  readonly kind: 'branch-group';
  readonly parent: BranchSectionNode;
  readonly grouping: BranchGrouping;
  readonly group: BranchGroup;
}

export interface BranchRowNode extends Node {
  readonly kind: 'branch-row';
  readonly branch: ComparedBranch;
  readonly grouping: BranchGrouping;
  readonly row: BranchRow;
}

/** What a reviewer asks first of a row: what broke it, why it was accepted, what it was. */
export interface BranchDetailNode extends Node {
  readonly kind: 'branch-detail';
  readonly branch: ComparedBranch;
  readonly detail: BranchDetail;
}

export type BranchDetail =
  /** A changed file (relative to the root) that probably broke the row's. */
  | { readonly kind: 'cause'; readonly path: string }
  | {
      readonly kind: 'acceptance';
      readonly reason: string | null;
      readonly origin: EntryOrigin;
    }
  /** The line of source that the base has. */
  | { readonly kind: 'before'; readonly text: string };
