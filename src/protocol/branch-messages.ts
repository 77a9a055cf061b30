import type { EntryOrigin } from '../core/baseline/line-origin.js';
import type { BranchItemKind } from '../core/branch/branch-comparison.js';
import type { BranchGroupName, BranchSection } from '../core/branch/group-branch.js';
import type { RevisionList } from '../core/branch/revision.js';
import type { BranchBase, UncomparedBranch } from '../core/branch/uncompared-branch.js';
import type { CategoryId } from '../core/category/category.js';
import type { MatchTier } from '../core/compare/comparison.js';
import type { BaselineCounts } from '../core/counts/counts.js';
import type {
  CommandOutcome,
  NotificationDescriptor,
  ProjectId,
  RequestDescriptor,
} from './messages.js';

/** What a branch does to the debt of its base: counts and groups, the items when a group is opened. */
export type ShownBranch =
  | UncomparedBranch
  | (BranchBase & {
      readonly kind: 'compared';
      /** Counted against the base. */
      readonly totals: BaselineCounts;
      /** Those that have items, what matters most first. */
      readonly sections: readonly BranchSection[];
    });

/** All that the extension knows of a project's branch. Sent whole whenever anything of it changes. */
export interface BranchSnapshot {
  readonly project: ProjectId;
  readonly branch: ShownBranch;
}

/** One item of a branch as a row. */
export interface BranchRow {
  /** Unique within a project; lasts while the error stays the same. */
  readonly id: string;
  readonly kind: BranchItemKind;
  /** Relative to the project root. */
  readonly path: string;
  readonly uri: string;
  /** Where the error is now; null where there is none any more. */
  readonly place: {
    /** 0-based, UTF-16. */
    readonly line: number;
    readonly character: number;
    readonly endLine: number;
    readonly endCharacter: number;
  } | null;
  readonly code: string;
  readonly category: CategoryId;
  readonly scope: string;
  readonly message: string;
  /** The line of source as it is now; as the baseline has it where there is none any more. */
  readonly text: string;
  /** What the base's baseline says where it differs; null where there is nothing to tell. */
  readonly atBase: {
    readonly path: string;
    readonly message: string;
    readonly text: string;
  } | null;
  /** Of what was moved or edited. */
  readonly tier: MatchTier | null;
  /** Changed files that may have broken this one, relative to the project root. */
  readonly causes: readonly string[];
  readonly reason: string | null;
  /** ISO date. */
  readonly expires: string | null;
  /** Of an accepted entry: who accepted it. */
  readonly origin: EntryOrigin;
}

export interface BranchRowsParams extends BranchGroupName {
  readonly project: ProjectId;
}

/** A file as a commit has it, and the path that it has there. */
export interface BaseFile {
  readonly path: string;
  /** Null where the commit has no such file. */
  readonly text: string | null;
}

/** client → server. The branches, tags and last commits of a project's repository. */
export const RevisionsRequest: RequestDescriptor<{ project: ProjectId }, RevisionList> = {
  method: 'mypyRatchet/revisions',
};
/**
 * client → server. A branch, tag or commit, whose merge base with HEAD is compared with; empty for
 * the usual base, null to go back to the commit that is checked out.
 */
export const CompareWithRequest: RequestDescriptor<
  { project: ProjectId; revision: string | null },
  CommandOutcome
> = { method: 'mypyRatchet/compareWith' };
/** client → server, when a group of the branch is opened. */
export const BranchRowsRequest: RequestDescriptor<BranchRowsParams, readonly BranchRow[]> = {
  method: 'mypyRatchet/branchRows',
};
/** client → server. A file as a commit has it, by the path (relative to the root) that it has now. */
export const BaseFileRequest: RequestDescriptor<
  { project: ProjectId; commit: string; path: string },
  BaseFile
> = { method: 'mypyRatchet/baseFile' };
/** client → server. The comparison in Markdown; null where there is none. */
export const BranchMarkdownRequest: RequestDescriptor<{ project: ProjectId }, string | null> = {
  method: 'mypyRatchet/branchMarkdown',
};
/** server → client. */
export const BranchChanged: NotificationDescriptor<BranchSnapshot> = {
  method: 'mypyRatchet/branchChanged',
};
