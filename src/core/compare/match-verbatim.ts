import type { Comparable } from './comparison.js';

/** Equal lines looked at for one error; a line that stands more often is left to the tiers. */
const SEARCHED_TWINS = 16;
const NONE = -1;

/**
 * Finds for each error of a file an entry that says the very same, first with first. Nearly all
 * errors have one, and to compare five strings is far cheaper than to make anything ready.
 *
 * @param order Indexes of the errors in source order; undefined where they come in it.
 * @returns For each error the index of its entry, or -1.
 */
export function matchVerbatim(
  errors: readonly Comparable[],
  entries: readonly Comparable[],
  order: readonly number[] | undefined,
): Int32Array {
  const entryOf = new Int32Array(errors.length).fill(NONE);
  if (entries.length === 0) return entryOf;
  const waiting = new WaitingEntries(entries);
  for (let position = 0; position < errors.length; position++) {
    const index = order?.[position] ?? position;
    const error = errors[index];
    if (error !== undefined) entryOf[index] = waiting.take(error);
  }
  return entryOf;
}

/** Entries that no error has taken, as a list for each text, in the order given. */
class WaitingEntries {
  readonly #entries: readonly Comparable[];
  /** By text, the first entry that waits. */
  readonly #first = new Map<string, number>();
  /** For each entry the next one with the same text. */
  readonly #next: Int32Array;

  constructor(entries: readonly Comparable[]) {
    this.#entries = entries;
    this.#next = new Int32Array(entries.length).fill(NONE);
    // Those that somebody accepted come to stand before the others: their words are to be kept.
    this.#add((entry) => entry.acceptance === undefined);
    if (entries.some(({ acceptance }) => acceptance !== undefined)) {
      this.#add((entry) => entry.acceptance !== undefined);
    }
  }

  #add(isMeant: (entry: Comparable) => boolean): void {
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      const entry = this.#entries[index];
      if (entry === undefined || !isMeant(entry)) continue;
      this.#next[index] = this.#first.get(entry.text) ?? NONE;
      this.#first.set(entry.text, index);
    }
  }

  take(error: Comparable): number {
    let before = NONE;
    let at = this.#first.get(error.text) ?? NONE;
    for (let looked = 0; at !== NONE && looked < SEARCHED_TWINS; looked++) {
      const after = this.#next[at] ?? NONE;
      const entry = this.#entries[at];
      if (entry !== undefined && isVerbatim(error, entry)) {
        if (before === NONE) this.#first.set(error.text, after);
        else this.#next[before] = after;
        return at;
      }
      before = at;
      at = after;
    }
    return NONE;
  }
}

function isVerbatim(error: Comparable, entry: Comparable): boolean {
  return (
    error.message === entry.message && error.scope === entry.scope && error.code === entry.code
  );
}
