import type { BaselineRead } from '../core/baseline/baseline.js';
import { describeDisk } from './baseline-pair.js';
import type { Outcome } from './outcome.js';

type Writing = { readonly kind: 'written' | 'repaired' };

/** An outcome before it is written: one that writes still has its text with it. */
export type PlannedOutcome =
  | Exclude<Outcome, Writing>
  | (Extract<Outcome, Writing> & { readonly content: string });

/** Why the baseline file (absolute path) cannot be changed. */
export function refuseUnusable(path: string, current: BaselineRead): PlannedOutcome {
  const [problem] = describeDisk(path, current);
  return problem === undefined ? { kind: 'absent' } : { kind: 'refused', problem };
}
