import type { BaselineCounts } from '../../core/counts/counts.js';
import type { BaselinePresence } from '../../protocol/messages.js';

/** U+2212; a hyphen would read as part of a word. */
const MINUS = '−';

/** `1,234`: grouped as everywhere in the product, whatever the editor's language. */
export function formatCount(count: number): string {
  return count.toLocaleString('en');
}

/** `−2`, `+3`, or nothing where there is no difference. */
export function formatDifference(difference: number): string {
  if (difference === 0) return '';
  return `${difference < 0 ? MINUS : '+'}${formatCount(Math.abs(difference))}`;
}

/**
 * What stands beside a node: `250  −2  +1 new`. The difference is left out where it says the same as
 * the number of new errors. Without a baseline there is only the count, which `format` words.
 */
export function describeCounts(
  counts: BaselineCounts,
  compared: boolean,
  format: (count: number) => string = formatCount,
): string {
  if (!compared) return format(counts.current);
  const difference = counts.current - counts.committed;
  const parts = [
    format(counts.current),
    difference === counts.new ? '' : formatDifference(difference),
    counts.new === 0 ? '' : `+${formatCount(counts.new)} new`,
  ];
  return parts.filter((part) => part !== '').join('  ');
}

/** The same in words, for screen readers and tooltips. */
export function spellCounts(counts: BaselineCounts, presence: BaselinePresence): string {
  const current = countOf(counts.current, 'error');
  if (presence === 'absent' || presence === 'unusable') return current;
  const baseline = presence === 'committed' ? 'committed baseline' : 'baseline';
  const parts = [current, `${formatCount(counts.committed)} in the ${baseline}`];
  if (counts.new > 0) parts.push(`${formatCount(counts.new)} new`);
  if (counts.fixed > 0) parts.push(`${formatCount(counts.fixed)} fixed`);
  return parts.join(', ');
}

/** `1 error`, `2 errors`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
