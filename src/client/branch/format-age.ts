import { formatCount } from '../../core/number/format-number.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `3 days ago`, from one epoch time in ms to another. */
export function formatAge(at: number, now: number): string {
  const age = now - at;
  if (age < MINUTE_MS) return 'now';
  if (age < HOUR_MS) return `${formatCount(Math.floor(age / MINUTE_MS), 'minute')} ago`;
  if (age < DAY_MS) return `${formatCount(Math.floor(age / HOUR_MS), 'hour')} ago`;
  if (age < 60 * DAY_MS) return `${formatCount(Math.floor(age / DAY_MS), 'day')} ago`;
  if (age < 730 * DAY_MS) return `${formatCount(Math.floor(age / (30 * DAY_MS)), 'month')} ago`;
  return `${formatCount(Math.floor(age / (365 * DAY_MS)), 'year')} ago`;
}
