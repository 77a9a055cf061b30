/** A day of UTC, counted from 1970-01-01. */
export type Day = number;

const DAY_MS = 86_400_000;

/** The day in which a moment (epoch milliseconds) lies. */
export function dayOf(at: number): Day {
  return Math.floor(at / DAY_MS);
}

/** The first moment of a day, in epoch milliseconds. */
export function startOfDay(day: Day): number {
  return day * DAY_MS;
}

/** `2027-05-31`; undefined for what is no day of the calendar. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  // Engines take the 31st of June for the 1st of July.
  return Number.isNaN(at) || formatDay(dayOf(at)) !== text ? undefined : dayOf(at);
}

/** `2027-05-31`. */
export function formatDay(day: Day): string {
  return new Date(startOfDay(day)).toISOString().slice(0, 10);
}
