import type { BaselineCounts } from '../../core/counts/counts.js';
import type { Language } from '../../core/language/language.js';
import { type Content, html, type Markup } from '../html/html.js';
import { countCells, countHeadings } from './count-cells.js';

export interface CountRow {
  readonly name: Content;
  readonly counts: BaselineCounts;
}

/** A table of counts. `whole` is what the shares are of: all errors there are now. */
export function countTable(
  { caption, heading }: { readonly caption: string; readonly heading: string },
  rows: readonly CountRow[],
  whole: number,
  language: Language,
): Markup {
  return html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${heading}</th>${countHeadings(language)}</tr></thead>
<tbody>
${rows.map(
  ({
    name,
    counts,
  }) => html`<tr><th scope="row">${name}</th>${countCells(counts, whole, language)}</tr>
`,
)}
</tbody>
</table>`;
}
