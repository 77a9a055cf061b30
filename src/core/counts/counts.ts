import type { Category } from '../category/category.js';

/** The numbers that stand beside every node of the tree. */
export interface BaselineCounts {
  /** Errors there are now. */
  readonly current: number;
  /** Errors in the committed baseline, or in the working one where none is committed. */
  readonly committed: number;
  /** Errors in neither. `current - committed` is the difference shown. */
  readonly new: number;
  /** Entries of the committed baseline that no error matches any more. */
  readonly fixed: number;
}

/** The counts of two parts together. */
export function addCounts(a: BaselineCounts, b: BaselineCounts): BaselineCounts {
  return {
    current: a.current + b.current,
    committed: a.committed + b.committed,
    new: a.new + b.new,
    fixed: a.fixed + b.fixed,
  };
}

export interface FileSummary extends BaselineCounts {
  readonly path: string;
}

export interface CodeSummary extends BaselineCounts {
  /** mypy's error code; empty where it gives none. */
  readonly code: string;
  readonly files: readonly FileSummary[];
}

/** One category with what lies below it, each level sorted for display: new first, then by count. */
export interface CategorySummary extends BaselineCounts {
  readonly category: Category;
  readonly codes: readonly CodeSummary[];
}
