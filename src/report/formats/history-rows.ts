import { CATEGORIES } from '../../core/category/categories.js';
import type { CategoryId } from '../../core/category/category.js';
import { toIsoTime } from '../../core/date/to-iso-time.js';
import type { BaselineSize, HistoryPoint } from '../../core/history/history-point.js';
import { ENGLISH } from '../../core/language/language.js';
import { visibleText } from '../../core/text/visible-text.js';
import { toCsvText } from './csv-text.js';
import { toJsonText } from './json-text.js';

/** A line a commit, oldest first. */
export function historyText(points: readonly HistoryPoint[]): string {
  return points.map(toLine).join('');
}

function toLine({ at, size, added, removed, commit, author, subject }: HistoryPoint): string {
  const date = toIsoTime(at).slice(0, 10);
  const total = (size === null ? 'none' : ENGLISH.number(size.total)).padStart(7);
  const change = `+${added} −${removed}`.padEnd(12);
  return `${date} ${total}  ${change} ${commit.slice(0, 10)} ${visibleText(author)}: ${visibleText(subject)}\n`;
}

/** An array, oldest first. */
export function historyJson(points: readonly HistoryPoint[]): string {
  return toJsonText(
    points.map(({ size, at, authoredAt, ...point }) => ({
      ...point,
      at: toIsoTime(at),
      authoredAt: toIsoTime(authoredAt),
      total: size?.total ?? null,
      codes: size?.codes ?? [],
    })),
  );
}

/** A row a commit, oldest first, with a column for each category that the baseline ever had. */
export function historyCsv(points: readonly HistoryPoint[]): string {
  const known = new Set(points.flatMap(({ size }) => size?.codes.map(({ category }) => category)));
  const categories = CATEGORIES.map(({ id }) => id).filter((id) => known.has(id));
  const heading = ['commit', 'at', 'authored_at', 'total', 'added', 'removed', ...categories];
  const rows = points.map((point) => [
    point.commit,
    toIsoTime(point.at),
    toIsoTime(point.authoredAt),
    point.size?.total ?? '',
    point.added,
    point.removed,
    ...categories.map((id) => (point.size === null ? '' : countCategory(point.size, id))),
    point.author,
    point.subject,
  ]);
  return toCsvText([[...heading, 'author', 'subject'], ...rows]);
}

function countCategory({ codes }: BaselineSize, id: CategoryId): number {
  return codes.reduce((sum, { category, count }) => sum + (category === id ? count : 0), 0);
}
