import { type BaselineStatus, NEW } from './comparison.js';
import type { FileMatches } from './match-file.js';

/**
 * What the tiers within a file say of each of its errors.
 *
 * @param entries Of each of the file's entries the index in the list given to `compare`.
 */
export function toStatuses(
  { verbatim, pairs }: FileMatches,
  entries: readonly number[],
): readonly BaselineStatus[] {
  const statuses: BaselineStatus[] = Array.from(verbatim, (position) => {
    const entry = position < 0 ? undefined : entries[position];
    return entry === undefined ? NEW : { kind: 'baseline', tier: 'exact', entry };
  });
  for (const { error, tier, entry: position } of pairs) {
    const entry = entries[position];
    if (entry !== undefined) statuses[error] = { kind: 'baseline', tier, entry };
  }
  return statuses;
}
