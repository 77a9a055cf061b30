import type { FileState } from '../mypy/checker/same-second-changes.js';

/** A file system may store the time of a change this much too early or too late. */
const TIME_TOLERANCE_SECONDS = 2;

/** What files held when the last run began, as far as that is known. Paths are absolute. */
export class SeenContents {
  /** Hashes by path. */
  readonly #hashes = new Map<string, string>();
  /** Files that are open and will be read when the next run begins. */
  readonly #opened = new Set<string>();
  /** Seconds since the epoch. */
  #startedAt = Number.NEGATIVE_INFINITY;

  /** Whether nothing is known of a file that somebody opens. */
  open(file: string): boolean {
    if (this.#hashes.has(file)) return false;
    this.#opened.add(file);
    return true;
  }

  /** Files that were opened and not read since. */
  takeOpened(): readonly string[] {
    const opened = [...this.#opened];
    this.#opened.clear();
    return opened;
  }

  /** Files as they are while a run begins; `startedAt` in epoch milliseconds. */
  record(states: readonly FileState[], startedAt: number): void {
    this.#startedAt = startedAt / 1000;
    for (const { path, hash } of states) this.#hashes.set(path, hash);
  }

  /** An open file as it is now, which tells what it was when it has not changed since. */
  recordOpened({ path, hash, mtimeSeconds }: FileState): void {
    if (mtimeSeconds + TIME_TOLERANCE_SECONDS > this.#startedAt) return;
    this.#hashes.set(path, hash);
    this.#opened.delete(path);
  }

  /** Whether a file is what it was then. */
  has({ path, hash }: FileState): boolean {
    return this.#hashes.get(path) === hash;
  }
}
