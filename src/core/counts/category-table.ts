import { categoryTitle } from '../category/category-title.js';
import { ENGLISH } from '../language/language.js';
import type { BaselineCounts, CategorySummary } from './counts.js';
import type { Summary } from './summarise.js';

const HEADINGS = ['Category', 'Priority', 'Errors', 'Baseline', 'Change', 'New'];

/** The categories with their counts against the baseline, as lines of text aligned in columns. */
export function categoryTable({ totals, categories }: Summary): string {
  const rows = [HEADINGS, ...categories.map(categoryRow), totalRow(totals)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [head, ...body] = rows.map((row) => alignRow(row, widths));
  const total = body.pop();
  return [head, rule, ...body, rule, total].join('\n');
}

function categoryRow(summary: CategorySummary): string[] {
  const { id, priority } = summary.category;
  return [categoryTitle(id, ENGLISH), priority, ...countCells(summary)];
}

function totalRow(totals: BaselineCounts): string[] {
  return ['Total', '', ...countCells(totals)];
}

function countCells(counts: BaselineCounts): string[] {
  return [
    ENGLISH.number(counts.current),
    ENGLISH.number(counts.committed),
    ENGLISH.change(counts.current - counts.committed),
    counts.new === 0 ? '' : `+${ENGLISH.number(counts.new)}`,
  ];
}

/** The first two columns are words, the others numbers. */
function alignRow(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return column < 2 ? cell.padEnd(width) : cell.padStart(width);
    })
    .join('  ')
    .trimEnd();
}
