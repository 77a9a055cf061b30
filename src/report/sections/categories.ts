import type { Priority } from '../../core/category/category.js';
import { categoryTitle } from '../../core/category/category-title.js';
import type { CategorySummary, CodeSummary } from '../../core/counts/counts.js';
import type { Summary } from '../../core/counts/summarise.js';
import { type Language, type Phrase, phrase } from '../../core/language/language.js';
import { html, type Markup } from '../html/html.js';
import { codeName } from '../parts/code-name.js';
import { countCells, countHeadings } from '../parts/count-cells.js';
import type { Section } from '../parts/section.js';

const PRIORITY_NAMES: Readonly<Record<Priority, Phrase>> = {
  high: phrase('High'),
  medium: phrase('Medium'),
  low: phrase('Low'),
};

/** A row a category; opened, a row for each of its error codes in the same columns. */
export function categories(
  { totals, categories: rows }: Summary,
  language: Language,
): Section | null {
  if (rows.length === 0) return null;
  const caption = language.say('Errors by category. Open a category for its error codes.');
  const content = html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${language.say('Category')}</th><th scope="col" class="wide">${language.say('Priority')}</th>${countHeadings(language)}</tr></thead>
${rows.map((row) => categoryRows(row, totals.current, language))}
<tfoot><tr><th scope="row">${language.say('All')}</th><td class="wide"></td>${countCells(totals, totals.current, language)}</tr></tfoot>
</table>`;
  return { id: 'categories', title: language.say('Categories'), content };
}

/**
 * The rows of the codes follow the `details` and are shown by the style sheet while it is open:
 * inside it they could not share the columns.
 */
function categoryRows(row: CategorySummary, whole: number, language: Language): Markup {
  const { id, priority } = row.category;
  const mark = (place: '' | 'narrow') => priorityMark(priority, place, language);
  return html`<tbody class="category">
<tr><th scope="row"><details><summary>${categoryTitle(id, language)}</summary><p class="spoken">${language.say('Its error codes are the next rows.')}</p></details>${mark('narrow')}</th><td class="wide">${mark('')}</td>${countCells(row, whole, language)}</tr>
${row.codes.map((code) => codeRow(code, whole, language))}
</tbody>
`;
}

function codeRow(row: CodeSummary, whole: number, language: Language): Markup {
  return html`<tr class="code"><th scope="row">${codeName(row.code, language)}</th><td class="wide"></td>${countCells(row, whole, language)}</tr>
`;
}

function priorityMark(priority: Priority, place: '' | 'narrow', language: Language): Markup {
  return html`<span class="priority priority-${priority} ${place}">${language.express(PRIORITY_NAMES[priority])}</span>`;
}
