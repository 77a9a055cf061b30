import type { FileSummary } from '../../core/counts/counts.js';
import type { Report } from '../../core/report/report.js';
import { toCsvText } from './csv-text.js';

const HEADING = [
  'category',
  'priority',
  'code',
  'path',
  'errors',
  'base',
  'change',
  'new',
  'fixed',
] as const;

/** A row for each category, error code and file: what a spreadsheet can add up in any way. */
export function countsCsv({ summary }: Report): string {
  const rows = summary.categories.flatMap(({ category: { id, priority }, codes }) =>
    codes.flatMap(({ code, files }) => files.map((file) => [id, priority, code, ...cells(file)])),
  );
  return toCsvText([HEADING, ...rows]);
}

function cells({ path, current, committed, new: added, fixed }: FileSummary) {
  return [path, current, committed, current - committed, added, fixed];
}
