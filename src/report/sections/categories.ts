import type { Priority } from '../../core/category/category.js';
import type { CategorySummary, CodeSummary } from '../../core/counts/counts.js';
import type { Summary } from '../../core/counts/summarise.js';
import { html, type Markup } from '../html/html.js';
import { countCells, countHeadings } from '../parts/count-cells.js';
import type { Section } from '../parts/section.js';

const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

/** A row a category; opened, a row for each of its error codes in the same columns. */
export function categories({ totals, categories: rows }: Summary): Section | null {
  if (rows.length === 0) return null;
  const content = html`<table>
<caption>Errors by category. Open a category for its error codes.</caption>
<thead><tr><th scope="col">Category</th><th scope="col" class="wide">Priority</th>${countHeadings()}</tr></thead>
${rows.map((row) => categoryRows(row, totals.current))}
<tfoot><tr><th scope="row">All</th><td class="wide"></td>${countCells(totals, totals.current)}</tr></tfoot>
</table>`;
  return { id: 'categories', title: 'Categories', content };
}

/**
 * The rows of the codes follow the `details` and are shown by the style sheet while it is open:
 * inside it they could not share the columns.
 */
function categoryRows(row: CategorySummary, whole: number): Markup {
  const { title, priority } = row.category;
  return html`<tbody class="category">
<tr><th scope="row"><details><summary>${title}</summary><p class="spoken">Its error codes are the next rows.</p></details>${priorityMark(priority, 'narrow')}</th><td class="wide">${priorityMark(priority, '')}</td>${countCells(row, whole)}</tr>
${row.codes.map((code) => codeRow(code, whole))}
</tbody>
`;
}

function codeRow(row: CodeSummary, whole: number): Markup {
  return html`<tr class="code"><th scope="row">${
    row.code === ''
      ? html`<span class="quiet">without a code</span>`
      : html`<code>${row.code}</code>`
  }</th><td class="wide"></td>${countCells(row, whole)}</tr>
`;
}

function priorityMark(priority: Priority, place: '' | 'narrow'): Markup {
  return html`<span class="priority priority-${priority} ${place}">${PRIORITY_NAMES[priority]}</span>`;
}
