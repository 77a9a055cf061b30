import { compareText } from '../order/compare-text.js';
import { addCounts, type BaselineCounts } from './counts.js';
import type { Summary } from './summarise.js';

/** The counts of an error code over all its categories. */
export interface CodeCounts extends BaselineCounts {
  /** Empty where mypy gives none. */
  readonly code: string;
}

/** The counts of each error code, the one with the most errors first. */
export function countByCode({ categories }: Summary): readonly CodeCounts[] {
  const rows = new Map<string, BaselineCounts>();
  for (const { code, ...counts } of categories.flatMap(({ codes }) => codes)) {
    const known = rows.get(code);
    rows.set(code, known === undefined ? counts : addCounts(known, counts));
  }
  return [...rows]
    .map(([code, { current, committed, new: added, fixed }]) => {
      return { code, current, committed, new: added, fixed };
    })
    .sort(
      (a, b) => b.current - a.current || b.committed - a.committed || compareText(a.code, b.code),
    );
}
