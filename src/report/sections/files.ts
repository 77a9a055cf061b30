import { countByFile } from '../../core/counts/by-file.js';
import { formatNumber } from '../../core/number/format-number.js';
import type { Report } from '../../core/report/report.js';
import { countTable } from '../parts/count-table.js';
import type { Section } from '../parts/section.js';
import { sourceAnchor } from '../parts/source-anchor.js';

const MOST_FILES = 30;

/** The files with the most errors. */
export function files({ summary, sourceLink }: Report): Section | null {
  const withErrors = countByFile(summary).filter((file) => file.current > 0);
  const listed = withErrors.slice(0, MOST_FILES);
  if (listed.length === 0) return null;
  const caption =
    listed.length === withErrors.length
      ? 'Errors by file, most first.'
      : `The ${MOST_FILES} of ${formatNumber(withErrors.length)} files with the most errors.`;
  const rows = listed.map((counts) => ({ name: sourceAnchor(counts.path, 0, sourceLink), counts }));
  const content = countTable({ caption, heading: 'File' }, rows, summary.totals.current);
  return { id: 'files', title: 'Files', content };
}
