import { type Day, startOfDay } from './day.js';

/** How many errors a baseline had from a moment on. */
export interface SizeAt {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly total: number;
}

/** Sizes in the order of history, in which a time may be before that of the size it follows. */
export type SizeOverTime = readonly SizeAt[];

/** The size at a moment (epoch milliseconds); undefined before the first that is known. */
export function sizeAtMoment(sizes: SizeOverTime, at: number): number | undefined {
  return sizes.findLast((size) => size.at <= at)?.total;
}

/**
 * The size with which a day began; the first that is known where the day began before that, and
 * undefined where none is.
 */
export function sizeAtStartOf(sizes: SizeOverTime, day: Day): number | undefined {
  return sizeAtMoment(sizes, startOfDay(day)) ?? sizes[0]?.total;
}
