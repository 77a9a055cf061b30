import { compareText } from '../order/compare-text.js';
import { addCounts, type BaselineCounts, type FileSummary } from './counts.js';
import type { Summary } from './summarise.js';

/** The counts of each file over all codes; the file with the most errors first. */
export function countByFile(summary: Summary): readonly FileSummary[] {
  const files = new Map<string, BaselineCounts>();
  for (const { codes } of summary.categories) {
    for (const file of codes.flatMap((code) => code.files)) {
      const known = files.get(file.path);
      files.set(file.path, known === undefined ? file : addCounts(known, file));
    }
  }
  return [...files].map(([path, counts]) => ({ ...counts, path })).sort(byMost);
}

/** Most errors first, then what had most, then by path. */
export function byMost(a: FileSummary, b: FileSummary): number {
  return b.current - a.current || b.committed - a.committed || compareText(a.path, b.path);
}
