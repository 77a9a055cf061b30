import type { Comparable } from './comparison.js';

/** Entries looked at for one error; a line that stands more often is left to the tiers. */
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

/** Entries that no error has taken, by their index: the first one, and those that follow it. */
interface Waiting {
  first: number;
  count: number;
}

/** The entries of a scope. */
interface ScopeWaiting extends Waiting {
  /** By text, where there are too many to look through. */
  byText?: ReadonlyMap<string, Waiting>;
}

/**
 * Entries that no error has taken, those of each scope in the order given. Errors come scope by
 * scope, and a file has far fewer scopes than lines: to look up each line cost most of a comparison.
 */
class WaitingEntries {
  readonly #entries: readonly Comparable[];
  readonly #scopes = new Map<string, ScopeWaiting>();
  /** For each entry the one that follows it among those that wait together. */
  readonly #next: Int32Array;
  #last: { readonly scope: string; readonly waiting: ScopeWaiting | undefined } | undefined;

  constructor(entries: readonly Comparable[]) {
    this.#entries = entries;
    this.#next = new Int32Array(entries.length).fill(NONE);
    // Those that somebody accepted come to stand before the others: their words are to be kept.
    this.#add((entry) => entry.acceptance === undefined);
    if (entries.some(({ acceptance }) => acceptance !== undefined)) {
      this.#add((entry) => entry.acceptance !== undefined);
    }
    for (const waiting of this.#scopes.values()) {
      if (waiting.count > SEARCHED_TWINS) waiting.byText = this.#divide(waiting);
    }
  }

  #add(isMeant: (entry: Comparable) => boolean): void {
    for (let index = this.#entries.length - 1; index >= 0; index--) {
      const entry = this.#entries[index];
      if (entry === undefined || !isMeant(entry)) continue;
      const waiting = this.#waitingIn(entry.scope);
      if (waiting !== undefined) this.#prepend(waiting, index);
      else this.#open(entry.scope, index);
    }
  }

  #open(scope: string, first: number): void {
    const waiting = { first, count: 1 };
    this.#scopes.set(scope, waiting);
    this.#last = { scope, waiting };
  }

  #prepend(waiting: Waiting, index: number): void {
    this.#next[index] = waiting.first;
    waiting.first = index;
    waiting.count += 1;
  }

  #divide(waiting: Waiting): ReadonlyMap<string, Waiting> {
    const byText = new Map<string, Waiting>();
    for (const index of this.#list(waiting).reverse()) {
      const text = this.#entries[index]?.text ?? '';
      this.#next[index] = NONE;
      const known = byText.get(text);
      if (known !== undefined) this.#prepend(known, index);
      else byText.set(text, { first: index, count: 1 });
    }
    return byText;
  }

  #list({ first }: Waiting): number[] {
    const indexes: number[] = [];
    for (let at = first; at !== NONE; at = this.#next[at] ?? NONE) indexes.push(at);
    return indexes;
  }

  #waitingIn(scope: string): ScopeWaiting | undefined {
    if (this.#last?.scope !== scope) this.#last = { scope, waiting: this.#scopes.get(scope) };
    return this.#last.waiting;
  }

  take(error: Comparable): number {
    const ofScope = this.#waitingIn(error.scope);
    const waiting = ofScope?.byText === undefined ? ofScope : ofScope.byText.get(error.text);
    if (waiting === undefined) return NONE;
    let before = NONE;
    let at = waiting.first;
    for (let looked = 0; at !== NONE && looked < SEARCHED_TWINS; looked++) {
      const after = this.#next[at] ?? NONE;
      const entry = this.#entries[at];
      if (entry !== undefined && isVerbatim(error, entry)) {
        if (before === NONE) waiting.first = after;
        else this.#next[before] = after;
        return at;
      }
      before = at;
      at = after;
    }
    return NONE;
  }
}

/** Whether an error says what an entry of its scope says. */
function isVerbatim(error: Comparable, entry: Comparable): boolean {
  return error.text === entry.text && error.message === entry.message && error.code === entry.code;
}
