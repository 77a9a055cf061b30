import type { BaselineEntry } from '../baseline/baseline.js';
import type { MatchTier } from '../compare/comparison.js';
import type { Summary } from '../counts/summarise.js';
import type { LocatedError } from '../error/mypy-error.js';

/** An error that neither the file on disk nor the commit tolerates. */
export interface IntroducedItem {
  readonly kind: 'introduced';
  /** Unique within a comparison; lasts while the error stays the same. */
  readonly id: string;
  readonly error: LocatedError;
  /** The base tolerates it: the branch took its entry out of the baseline, and it came back. */
  readonly atBase: BaselineEntry | null;
}

/** An entry that joined the baseline since the base. */
export interface AcceptedItem {
  readonly kind: 'accepted';
  readonly id: string;
  readonly entry: BaselineEntry;
  /** Null where the error was fixed since, and the entry still stands. */
  readonly error: LocatedError | null;
}

/** An entry of the base that no error matches any more. */
export interface FixedItem {
  readonly kind: 'fixed';
  readonly id: string;
  readonly entry: BaselineEntry;
}

/** An error that the base tolerates in other words or at another place. */
export interface MovedItem {
  readonly kind: 'moved';
  readonly id: string;
  readonly error: LocatedError;
  /** As the base has it. */
  readonly entry: BaselineEntry;
  readonly tier: Exclude<MatchTier, 'exact'>;
}

/** What a branch does with one error. */
export type BranchItem = IntroducedItem | AcceptedItem | FixedItem | MovedItem;

export type BranchItemKind = BranchItem['kind'];

/** All kinds, what matters most to a reviewer first. */
export const BRANCH_ITEM_KINDS: readonly BranchItemKind[] = [
  'introduced',
  'accepted',
  'fixed',
  'moved',
];

/** A complete check held against the baseline of another commit. */
export interface BranchComparison {
  /** In the order of kinds, paths and lines. */
  readonly items: readonly BranchItem[];
  /** All errors, counted against the base. */
  readonly summary: Summary;
}

/** The error or entry by which an item is grouped: where it is now, if it is anywhere. */
export function subjectOf(item: BranchItem): LocatedError | BaselineEntry {
  switch (item.kind) {
    case 'introduced':
    case 'moved':
      return item.error;
    case 'accepted':
      return item.error ?? item.entry;
    case 'fixed':
      return item.entry;
  }
}
