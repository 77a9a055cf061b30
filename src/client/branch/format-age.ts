import type { Language } from '../../core/language/language.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `3 days ago`, from one epoch time in ms to another. */
export function formatAge(at: number, now: number, { count, say }: Language): string {
  const age = now - at;
  const whole = (unitMs: number) => Math.floor(age / unitMs);
  if (age < MINUTE_MS) return say('now');
  if (age < HOUR_MS) return count(whole(MINUTE_MS), '1 minute ago', '{0} minutes ago');
  if (age < DAY_MS) return count(whole(HOUR_MS), '1 hour ago', '{0} hours ago');
  if (age < 60 * DAY_MS) return count(whole(DAY_MS), '1 day ago', '{0} days ago');
  if (age < 730 * DAY_MS) return count(whole(30 * DAY_MS), '1 month ago', '{0} months ago');
  return count(whole(365 * DAY_MS), '1 year ago', '{0} years ago');
}
