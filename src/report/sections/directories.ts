import { countByDirectory } from '../../core/counts/by-directory.js';
import { countByFile } from '../../core/counts/by-file.js';
import type { Summary } from '../../core/counts/summarise.js';
import { html } from '../html/html.js';
import { countTable } from '../parts/count-table.js';
import type { Section } from '../parts/section.js';

/** Two parts of a path tell the packages of most projects apart. */
const DEPTH = 2;

/** Where in the project the errors are. */
export function directories(summary: Summary): Section | null {
  const rows = countByDirectory(countByFile(summary), DEPTH).map((counts) => ({
    name: counts.path === '' ? 'At the top' : html`<code>${counts.path}/</code>`,
    counts,
  }));
  if (rows.length === 0) return null;
  const content = countTable(
    { caption: 'Errors by directory, most first.', heading: 'Directory' },
    rows,
    summary.totals.current,
  );
  return { id: 'directories', title: 'Directories', content };
}
