import type { BaselineCounts } from '../../core/counts/counts.js';
import { formatChange, formatCount, formatNumber } from '../../core/number/format-number.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';

/**
 * What stands beside a node: `250  −2  +1 new`. The difference is left out where it says the same as
 * the number of new errors. Without a baseline there is only the count, which `format` words.
 */
export function describeCounts(
  counts: BaselineCounts,
  compared: boolean,
  format: (count: number) => string = formatNumber,
): string {
  if (!compared) return format(counts.current);
  const difference = counts.current - counts.committed;
  const parts = [
    format(counts.current),
    difference === counts.new ? '' : formatChange(difference),
    counts.new === 0 ? '' : `+${formatNumber(counts.new)} new`,
  ];
  return parts.filter((part) => part !== '').join('  ');
}

/** The same in words, for screen readers and tooltips. */
export function spellCounts(
  counts: BaselineCounts,
  { presence, comparedWith }: Pick<ProjectSnapshot, 'presence' | 'comparedWith'>,
): string {
  const current = formatCount(counts.current, 'error');
  if (presence === 'absent' || presence === 'unusable') return current;
  const own = presence === 'committed' ? 'committed baseline' : 'baseline';
  const baseline = comparedWith === null ? own : `baseline at ${comparedWith}`;
  const parts = [current, `${formatNumber(counts.committed)} in the ${baseline}`];
  if (counts.new > 0) parts.push(`${formatNumber(counts.new)} new`);
  if (counts.fixed > 0) parts.push(`${formatNumber(counts.fixed)} fixed`);
  return parts.join(', ');
}
