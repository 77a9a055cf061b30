import { addCounts, type BaselineCounts, type FileSummary } from '../counts/counts.js';
import { compareText } from '../order/compare-text.js';
import { type CodeOwners, ownersOfFile } from './parse-codeowners.js';

/** The counts of all files that the same people own. */
export interface OwnerSummary extends BaselineCounts {
  /** Empty for the files that nobody owns. */
  readonly owners: readonly string[];
  /** Of them, how many have errors now. */
  readonly files: number;
}

/**
 * The counts of each owner, the one with the most errors first. Files that several own together
 * count for those together, so that the rows add up.
 *
 * @param prefix Where the paths of the files begin in the repository; empty at its top.
 */
export function countByOwner(
  files: readonly FileSummary[],
  owners: CodeOwners,
  prefix: string,
): readonly OwnerSummary[] {
  const rows = new Map<string, OwnerSummary>();
  for (const file of files) {
    const names = ownersOfFile(owners, prefix === '' ? file.path : `${prefix}/${file.path}`);
    const key = names.toSorted(compareText).join(' ');
    const known = rows.get(key);
    const more = file.current > 0 ? 1 : 0;
    rows.set(key, {
      ...(known === undefined ? countsOf(file) : addCounts(known, file)),
      owners: known?.owners ?? names,
      files: (known?.files ?? 0) + more,
    });
  }
  return [...rows.values()].sort(
    (a, b) =>
      b.current - a.current ||
      b.committed - a.committed ||
      compareText(a.owners.join(' '), b.owners.join(' ')),
  );
}

function countsOf({ current, committed, new: added, fixed }: BaselineCounts): BaselineCounts {
  return { current, committed, new: added, fixed };
}
