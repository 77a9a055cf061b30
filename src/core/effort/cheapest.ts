import { findKinds, rankWork, type WorkItem, type WorkRow } from './work.js';

/** Where a day of work takes most away. */
export interface Cheapest {
  /** Error codes, the cheapest to clear first. */
  readonly codes: readonly WorkRow[];
  /** Files, the one where most goes for what is to be done first. */
  readonly files: readonly WorkRow[];
}

/** No table is longer. */
const MOST_ROWS = 20;

/** A file with one error is cleared for one thing to do, and wins nothing. */
const LEAST_ERRORS = 2;

/** Ranks all errors there are now. */
export function findCheapest(errors: readonly WorkItem[]): Cheapest {
  const items = findKinds(errors);
  return {
    codes: rankWork(items, ({ code }) => code).slice(0, MOST_ROWS),
    files: rankWork(items, ({ path }) => path)
      .filter((row) => row.errors >= LEAST_ERRORS)
      .slice(0, MOST_ROWS),
  };
}
