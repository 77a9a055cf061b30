import type { BaselineEntry } from '../baseline/baseline.js';
import { relateBaselines } from '../compare/reconcile.js';

/**
 * The entries that joined a baseline since another one. An entry whose line was moved, edited or
 * renamed meanwhile is no other entry: it is recognised as an error would be.
 */
export function findAdded(
  working: readonly BaselineEntry[],
  base: readonly BaselineEntry[],
): readonly BaselineEntry[] {
  const { committedOf } = relateBaselines(working, base);
  return working.filter((_, index) => !committedOf.has(index));
}

/** Whether somebody said why an error is tolerated. */
export function hasReason({ acceptance }: BaselineEntry): boolean {
  return (acceptance?.reason ?? '').trim() !== '';
}

/**
 * Whether an acceptance has run out.
 *
 * @param today ISO date, `2026-11-24`. On its last day an acceptance still holds. A date that
 *   cannot be read has run out: what is not understood is not a pass.
 */
export function isExpired({ acceptance }: BaselineEntry, today: string): boolean {
  const { expires } = acceptance ?? {};
  if (expires === undefined) return false;
  return !/^\d{4}-\d{2}-\d{2}$/.test(expires) || expires < today;
}
