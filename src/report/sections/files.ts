import { countByFile } from '../../core/counts/by-file.js';
import type { Report, SourceLink } from '../../core/report/report.js';
import { formatNumber } from '../format/number.js';
import { html, type Markup } from '../html/html.js';
import { countTable } from '../parts/count-table.js';
import { sourceUrl } from '../parts/source-url.js';

const MOST_FILES = 30;

/** The files with the most errors. */
export function files({ summary, sourceLink }: Report): Markup | null {
  const withErrors = countByFile(summary).filter((file) => file.current > 0);
  const listed = withErrors.slice(0, MOST_FILES);
  if (listed.length === 0) return null;
  const caption =
    listed.length === withErrors.length
      ? 'Errors by file, most first.'
      : `The ${MOST_FILES} of ${formatNumber(withErrors.length)} files with the most errors.`;
  const rows = listed.map((counts) => ({ name: fileName(counts.path, sourceLink), counts }));
  return html`<section class="card" aria-labelledby="files">
<h2 id="files">Files</h2>
${countTable({ caption, heading: 'File' }, rows, summary.totals.current)}
</section>`;
}

function fileName(path: string, link: SourceLink | null): Markup {
  const url = sourceUrl(link, path, 0);
  const name = html`<code>${path}</code>`;
  return url === null ? name : html`<a href="${url}" rel="noopener noreferrer">${name}</a>`;
}
