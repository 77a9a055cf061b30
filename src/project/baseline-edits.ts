import type {
  Acceptance,
  BaselineEntry,
  BaselineEnvironment,
  ReadBaseline,
} from '../core/baseline/baseline.js';
import { type BaselineEdit, editBaseline } from '../core/baseline/edit-baseline.js';
import { serialiseBaseline } from '../core/baseline/serialise-baseline.js';
import type { Reconciliation } from '../core/compare/reconcile.js';
import { toEntry } from '../core/error/error-entry.js';
import type { LocatedError } from '../core/error/mypy-error.js';

/** What follows from a check by itself: fixed entries go, entries that are needed again return. */
export function settleEdit(
  reconciliation: Reconciliation,
  policy: { readonly shrink: boolean },
): BaselineEdit {
  return {
    removed: policy.shrink ? reconciliation.stale : new Set(),
    added: reconciliation.lost,
  };
}

/** A person accepts some errors. Nothing else changes. */
export function acceptEdit(
  errors: readonly LocatedError[],
  acceptance: Acceptance | undefined,
): BaselineEdit {
  return { removed: new Set(), added: errors.map((error) => toEntry(error, acceptance)) };
}

/** How a new error joins: with which words, or null when it stays new. */
export type Accept = (error: LocatedError) => Acceptance | null;

/**
 * A person takes today's errors as the baseline: new ones join, fixed ones go, and entries of edited
 * or moved lines say what stands there now, with their reasons kept. The header follows too, where
 * the environment is known.
 */
export function updateEdit(
  read: ReadBaseline,
  reconciliation: Reconciliation,
  environment: BaselineEnvironment | null,
  accept: Accept,
): BaselineEdit {
  const kept = new Set<BaselineEntry>();
  const added: BaselineEntry[] = [];
  for (const { error, status } of reconciliation.errors) {
    if (status.kind === 'new') {
      const acceptance = accept(error);
      if (acceptance !== null) added.push(toEntry(error, acceptance));
      continue;
    }
    if (status.tier === 'exact' && !isRestored(status)) kept.add(status.entry);
    else added.push(toEntry(error, status.entry.acceptance));
  }
  const { entries } = read.baseline;
  const removed = new Set(
    [...entries.keys()].filter((index) => {
      const entry = entries[index];
      return entry !== undefined && !kept.has(entry);
    }),
  );
  return { removed, added, ...(environment !== null && { environment }) };
}

function isRestored(status: { readonly kind: string; readonly restore?: boolean }): boolean {
  return status.restore === true;
}

/** The text of a first baseline: every error of today. */
export function createContent(
  errors: readonly LocatedError[],
  environment: BaselineEnvironment,
): string {
  return serialiseBaseline({ environment, entries: errors.map((error) => toEntry(error)) });
}

/** The file's text after an edit, or null where it would not change. */
export function applyEdit(read: ReadBaseline, edit: BaselineEdit): string | null {
  const content = editBaseline(read, edit);
  return content === read.content ? null : content;
}
