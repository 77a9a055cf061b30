import type { BaselineEntry } from '../../core/baseline/baseline.js';
import { isUnchangedFile, type UnscopedError } from '../../core/compare/unchanged-file.js';

/** What a baseline says of one file, made ready while mypy is still at work. */
export class KnownFile {
  readonly entries: readonly BaselineEntry[];
  /** How many entries say the same, word for word. */
  readonly #counts: ReadonlyMap<string, number>;

  constructor(entries: readonly BaselineEntry[]) {
    this.entries = entries;
    const counts = new Map<string, number>();
    for (const entry of entries) {
      const key = keyOf(entry);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    this.#counts = counts;
  }

  /** As {@link isUnchangedFile}, sooner where errors and entries agree word for word. */
  isUnchanged(errors: readonly UnscopedError[]): boolean {
    return this.#agrees(errors) || isUnchangedFile(errors, this.entries);
  }

  #agrees(errors: readonly UnscopedError[]): boolean {
    if (errors.length !== this.entries.length) return false;
    // Where an acceptance stands it matters which error has it.
    if (this.entries.some(({ acceptance }) => acceptance !== undefined)) return false;
    const left = new Map(this.#counts);
    return errors.every((error) => {
      const key = keyOf(error);
      const number = left.get(key) ?? 0;
      left.set(key, number - 1);
      return number > 0;
    });
  }
}

function keyOf({ code, message, text }: UnscopedError): string {
  return `${code}\0${message}\0${text}`;
}
