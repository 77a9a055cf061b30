import type { BaselineEntry } from '../baseline/baseline.js';
import type { MatchTier } from '../compare/comparison.js';
import { maskLineNumbers, stripFormat } from '../compare/normalise.js';
import {
  type BaselineRelation,
  type Reconciliation,
  type ReconciliationMemory,
  reconcile,
} from '../compare/reconcile.js';
import type { ReconciledError, ReconciledStatus } from '../compare/reconciled-error.js';
import type { SourceChanges } from '../compare/source-changes.js';
import { summarise } from '../counts/summarise.js';
import type { LocatedError } from '../error/mypy-error.js';
import { compareText } from '../order/compare-text.js';
import {
  type AcceptedItem,
  BRANCH_ITEM_KINDS,
  type BranchComparison,
  type BranchItem,
  subjectOf,
} from './branch-comparison.js';

/** A complete check with the baseline on disk, and the baseline that it is to be held against. */
export interface BranchInput {
  /** Held against the file on disk and the commit that is checked out. */
  readonly errors: readonly ReconciledError[];
  /** A name for each error, in the same order. */
  readonly ids: readonly string[];
  /** The file on disk. */
  readonly working: readonly BaselineEntry[];
  readonly base: readonly BaselineEntry[];
  /** From `relateBaselines(working, base)`. */
  readonly relation: BaselineRelation;
  readonly changes: SourceChanges;
  /** Kept by whoever compares with the same base again and again. */
  readonly memory: ReconciliationMemory;
}

/**
 * Says what a branch does to the debt of its base. What is new stays new: whether a check passes is
 * decided by the file on disk and the commit, here as anywhere else.
 */
export function compareBranch(input: BranchInput): BranchComparison {
  const { working, base, relation, changes, memory } = input;
  const located = input.errors.map(({ error }) => error);
  const against = reconcile(located, working, base, { relation, changes, memory });
  const items = [
    ...listErrorItems(input, against),
    ...listAccepted(input, against),
    ...against.fixed.map((entry, index): BranchItem => {
      return { kind: 'fixed', id: `fixed ${index}`, entry };
    }),
  ];
  return { items: items.sort(inOrder), summary: summarise(countBranch(input.errors, against)) };
}

/** Introduced and moved errors, and those that only the commit tolerates. */
function listErrorItems(
  { errors, ids, working, relation }: BranchInput,
  against: Reconciliation,
): readonly BranchItem[] {
  const baseOf = new Map<BaselineEntry, BaselineEntry>();
  for (const [index, entry] of relation.committedOf) {
    const own = working[index];
    if (own !== undefined) baseOf.set(own, entry);
  }
  return errors.flatMap(({ error, status }, index): readonly BranchItem[] => {
    const known = against.errors[index]?.status ?? { kind: 'new' };
    const id = ids[index] ?? '';
    if (status.kind === 'new') {
      const atBase = known.kind === 'baseline' ? known.entry : null;
      return [{ kind: 'introduced', id, error, atBase }];
    }
    if (known.kind === 'new') return [{ kind: 'accepted', id, entry: status.entry, error }];
    if (known.kind === 'accepted') return [];
    const entry = known.restore ? known.entry : (baseOf.get(known.entry) ?? known.entry);
    const tier = tierBetween(error, entry, entry === known.entry ? known.tier : null);
    return tier === 'exact' ? [] : [{ kind: 'moved', id, error, entry, tier }];
  });
}

/**
 * By which evidence an error is an entry of the base. Where the branch rewrote the entry, what
 * differs says it; only an error's own entry has a tier from the matcher.
 */
function tierBetween(
  error: LocatedError,
  entry: BaselineEntry,
  matched: MatchTier | null,
): MatchTier {
  if (matched !== null && matched !== 'exact') return matched;
  if (error.path !== entry.path) return 'renamed';
  if (stripFormat(error.text) !== stripFormat(entry.text)) return 'edited';
  if (maskLineNumbers(error.message) !== maskLineNumbers(entry.message)) return 'reworded';
  return error.scope === entry.scope ? 'exact' : 'moved';
}

function listAccepted(
  { working, relation }: BranchInput,
  against: Reconciliation,
): readonly AcceptedItem[] {
  const errorOf = new Map<BaselineEntry, LocatedError>();
  for (const { error, status } of against.errors) {
    if (status.kind === 'accepted') errorOf.set(status.entry, error);
  }
  return working.flatMap((entry, index) => {
    if (relation.committedOf.has(index)) return [];
    return [
      { kind: 'accepted', id: `accepted ${index}`, entry, error: errorOf.get(entry) ?? null },
    ];
  });
}

/** What is counted: new by file and commit, all else by the base. */
function countBranch(errors: readonly ReconciledError[], against: Reconciliation): Reconciliation {
  const counted = against.errors.map(({ error, status }, index): ReconciledError => {
    const own = errors[index]?.status ?? status;
    return { error, status: own.kind === 'new' ? own : toKnown(own, status) };
  });
  return { ...against, errors: counted };
}

function toKnown(
  own: Exclude<ReconciledStatus, { kind: 'new' }>,
  atBase: ReconciledStatus,
): ReconciledStatus {
  if (atBase.kind !== 'new') return atBase;
  const { tier, entry } = own;
  return { kind: 'accepted', tier, entry };
}

function inOrder(left: BranchItem, right: BranchItem): number {
  const [a, b] = [subjectOf(left), subjectOf(right)];
  return (
    BRANCH_ITEM_KINDS.indexOf(left.kind) - BRANCH_ITEM_KINDS.indexOf(right.kind) ||
    compareText(a.path, b.path) ||
    lineOf(left) - lineOf(right)
  );
}

/** 1-based; 0 for what is nowhere any more. */
function lineOf(item: BranchItem): number {
  return item.kind === 'fixed' ? 0 : (item.error?.start.line ?? 0);
}
