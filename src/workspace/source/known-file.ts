import type { BaselineEntry } from '../../core/baseline/baseline.js';
import { isUnchangedFile, type UnscopedError } from '../../core/compare/unchanged-file.js';

/** Of entries with the same text those that say the same. */
interface KnownError {
  readonly code: string;
  readonly message: string;
  /** Where its number is in a list of such numbers. */
  readonly at: number;
}

/** A line has a few errors. Of more, as of a file that cannot be read, each would be looked through. */
const MOST_ON_A_LINE = 16;

/** What a baseline says of one file, made ready while mypy is still at work. */
export class KnownFile {
  readonly entries: readonly BaselineEntry[];
  /** By their text: to join text and message into one key takes longer than all else. */
  readonly #known = new Map<string, KnownError[]>();
  /** How many entries say the same, word for word. */
  readonly #counts: number[] = [];
  /** Whether it matters which error has an entry, because one was accepted, or a line has too many. */
  readonly #mustCompare: boolean;

  constructor(entries: readonly BaselineEntry[]) {
    this.entries = entries;
    this.#mustCompare = !entries.every((entry) => this.#add(entry));
  }

  /** As {@link isUnchangedFile}, sooner where errors and entries agree word for word. */
  isUnchanged(errors: readonly UnscopedError[]): boolean {
    return this.#agrees(errors) || isUnchangedFile(errors, this.entries);
  }

  #add({ code, message, text, acceptance }: BaselineEntry): boolean {
    const line = this.#known.get(text) ?? [];
    if (line.length === 0) this.#known.set(text, line);
    const same = line.find((other) => other.code === code && other.message === message);
    if (same === undefined) {
      line.push({ code, message, at: this.#counts.push(1) - 1 });
    } else {
      this.#counts[same.at] = (this.#counts[same.at] ?? 0) + 1;
    }
    return acceptance === undefined && line.length <= MOST_ON_A_LINE;
  }

  #agrees(errors: readonly UnscopedError[]): boolean {
    if (this.#mustCompare || errors.length !== this.entries.length) return false;
    const left = [...this.#counts];
    return errors.every(({ code, message, text }) => {
      const line = this.#known.get(text);
      const same = line?.find((other) => other.code === code && other.message === message);
      if (same === undefined) return false;
      const number = left[same.at] ?? 0;
      left[same.at] = number - 1;
      return number > 0;
    });
  }
}
