/** Lines beyond the expected one that are looked at: as many may have been fixed at one place. */
const SEARCHED_LINES = 16;
/** After so many lines that were not found nearby, the order is another, and all are looked up. */
const MISSES = 64;
const NONE = -1;

/**
 * The lines of an earlier output, in which those of another one are found: nearly always the line
 * after the one found last.
 */
export class ExpectedLines {
  readonly #lines: readonly string[];
  #next = 0;
  #misses = 0;
  /** Made when it is needed: to look up each line takes longer than all else that is done with it. */
  #indexes: ReadonlyMap<string, number> | undefined;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The index of a line that says the same, or -1. */
  find(line: string): number {
    const end = Math.min(this.#next + SEARCHED_LINES, this.#lines.length);
    for (let index = this.#next; index < end; index++) {
      if (this.#lines[index] === line) return this.#found(index);
    }
    if (++this.#misses <= MISSES) return NONE;
    this.#indexes ??= new Map(this.#lines.map((known, index) => [known, index]));
    const index = this.#indexes.get(line);
    return index === undefined ? NONE : this.#found(index);
  }

  #found(index: number): number {
    this.#next = index + 1;
    return index;
  }
}
