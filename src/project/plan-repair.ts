import type { BaselineEnvironment, BaselineRead } from '../core/baseline/baseline.js';
import { repairBaseline } from '../core/baseline/repair-baseline.js';
import { type PlannedOutcome, refuseUnusable } from './planned-outcome.js';

/**
 * What a repair makes of the baseline file (absolute path).
 *
 * @param here Decides between doubled headers; null where it is not known.
 */
export function planRepair(
  path: string,
  current: BaselineRead,
  here: BaselineEnvironment | null,
): PlannedOutcome {
  if (current.kind !== 'conflicted' && current.kind !== 'read') {
    return refuseUnusable(path, current);
  }
  if (current.kind === 'read' && current.doubledHeaders.length === 0) return { kind: 'sound' };
  const repaired = repairBaseline(current.content, here);
  if (repaired.kind !== 'read') return refuseUnusable(path, repaired);
  const { content, baseline } = repaired;
  const cause = current.kind === 'conflicted' ? 'conflict' : 'doubled-headers';
  return { kind: 'repaired', cause, content, total: baseline.entries.length };
}
