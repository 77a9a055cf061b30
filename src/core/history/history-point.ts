import type { CategoryId } from '../category/category.js';

/** How many entries of one error code in one category a baseline has. */
export interface CodeCount {
  readonly category: CategoryId;
  /** mypy's error code; empty where it gives none. */
  readonly code: string;
  readonly count: number;
}

/** The size of a baseline at one commit. */
export interface BaselineSize {
  readonly total: number;
  /** What the total is made of; nothing that is 0. */
  readonly codes: readonly CodeCount[];
}

/** A commit that changed the baseline file. */
export interface HistoryPoint {
  /** Full hash. */
  readonly commit: string;
  /** Epoch milliseconds, when it was committed: when the main line got it. */
  readonly at: number;
  /** Epoch milliseconds, when its author wrote it, which may be long before. */
  readonly authoredAt: number;
  readonly author: string;
  readonly subject: string;
  /** Entries that it added and took out. An entry that was rewritten is one of each. */
  readonly added: number;
  readonly removed: number;
  /** Afterwards; null where the commit deleted the file. */
  readonly size: BaselineSize | null;
  /**
   * Lines of the file that are no part of a baseline, such as the markers of a conflict. With any
   * of them the size is that of a file that nobody could use.
   */
  readonly damagedLines: number;
}

/** Why a history does not begin where the baseline does. */
export type MissingPast =
  /** The clone is shallow. */
  'shallow';

/** What became of a baseline, commit by commit, along the first parents of HEAD. */
export type BaselineHistory =
  | {
      readonly kind: 'read';
      /** Oldest first; at least one. */
      readonly points: readonly HistoryPoint[];
      readonly missingPast: MissingPast | null;
    }
  | { readonly kind: 'none'; readonly why: 'no-git' | 'no-repository' | 'not-committed' }
  | { readonly kind: 'failed'; readonly detail: string };
