import type { BaselineEntry } from '../core/baseline/baseline.js';
import { joinKey } from '../core/compare/leftovers.js';
import { summarise } from '../core/counts/summarise.js';
import type { ProjectResult } from './project-state.js';

/**
 * A preview without the entries that it alone takes for fixed: they count as errors still, until
 * plain mypy misses them too.
 *
 * @param plain The last plain check, held against the same baselines.
 */
export function withholdFixed(preview: ProjectResult, plain: ProjectResult): ProjectResult {
  const sure = countEntries(plain.reconciliation.fixed);
  const fixed: BaselineEntry[] = [];
  const withheld: BaselineEntry[] = [];
  for (const entry of preview.reconciliation.fixed) {
    const left = sure.get(keyOf(entry)) ?? 0;
    (left > 0 ? fixed : withheld).push(entry);
    sure.set(keyOf(entry), left - 1);
  }
  if (withheld.length === 0) return preview;
  const reconciliation = { ...preview.reconciliation, fixed };
  const summary = summarise(reconciliation, [...preview.unchanged, ...withheld]);
  return { ...preview, reconciliation, summary };
}

function countEntries(entries: readonly BaselineEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
}

function keyOf({ path, code, scope, message, text }: BaselineEntry): string {
  return joinKey(path, code, scope, message, text);
}
