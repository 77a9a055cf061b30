import { formatChange } from '../../core/number/format-number.js';

/** A difference with its sign; `0` where a figure must stand. */
export function formatDifference(value: number): string {
  return value === 0 ? '0' : formatChange(value);
}

/** A share from 0 to 1 as `12.3 %`, with a space that does not break; never 0 for something. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return '<\u{202f}0.1\u{a0}%';
  return `${(share * 100).toFixed(1)}\u{a0}%`;
}
