import type { Cheapest } from '../../core/effort/cheapest.js';
import { gainOf, type WorkRow } from '../../core/effort/work.js';
import { formatNumber } from '../../core/number/format-number.js';
import type { SourceLink } from '../../core/report/report.js';
import { type Content, html, type Markup } from '../html/html.js';
import type { Section } from '../parts/section.js';
import { sourceAnchor } from '../parts/source-anchor.js';

/** Rows of each table. */
const MOST_ROWS = 10;

/** Where a day of work takes most away; nothing where no error is left. */
export function cheapest(
  { codes, files }: Cheapest,
  sourceLink: SourceLink | null,
): Section | null {
  if (codes.length === 0) return null;
  const codeName = (name: string) =>
    name === '' ? html`<span class="quiet">without a code</span>` : html`<code>${name}</code>`;
  const content = html`<p class="lead">Gain is the number of errors that go for each thing to do: a file to open, or another kind of error to understand. Errors are of one kind that have the same code and say the same but for names, types and numbers.</p>
<div class="pair">
${workTable('Error codes that are cheapest to clear.', 'Code', codes, codeName)}
${workTable('Files where most is to be won.', 'File', files, (path) => sourceAnchor(path, 0, sourceLink))}
</div>`;
  return { id: 'cheapest', title: 'Where to begin', content };
}

function workTable(
  caption: string,
  heading: 'Code' | 'File',
  rows: readonly WorkRow[],
  nameOf: (name: string) => Content,
): Markup | null {
  if (rows.length === 0) return null;
  const isByFile = heading === 'File';
  return html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${heading}</th><th scope="col" class="amount">Errors</th>${isByFile ? null : html`<th scope="col" class="amount">Files</th>`}<th scope="col" class="amount">Kinds</th><th scope="col" class="amount">Gain</th></tr></thead>
<tbody>
${rows.slice(0, MOST_ROWS).map(
  (row) =>
    html`<tr><th scope="row">${nameOf(row.name)}</th><td class="amount strong">${formatNumber(row.errors)}</td>${isByFile ? null : html`<td class="amount">${formatNumber(row.files)}</td>`}<td class="amount">${formatNumber(row.kinds)}</td><td class="amount">${gainOf(row).toFixed(1)}</td></tr>
`,
)}
</tbody>
</table>`;
}
