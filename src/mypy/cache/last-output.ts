import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'last-output.txt';

/**
 * What mypy printed last time, kept beside its cache: this time it will print nearly the same, and
 * whoever has read those lines while mypy works has little left to read. Nothing else is taken from
 * it, so one that is old, torn or gone costs time and no error.
 */
export class LastOutput {
  readonly #file: string;
  #text = '';

  /** @param cacheFolder Absolute. */
  constructor(cacheFolder: string) {
    this.#file = join(cacheFolder, NAME);
  }

  /** Empty where there is none. */
  async read(): Promise<string> {
    try {
      this.#text = await readFile(this.#file, 'utf8');
    } catch {
      this.#text = '';
    }
    return this.#text;
  }

  async keep(text: string): Promise<void> {
    if (text === this.#text) return;
    this.#text = text;
    try {
      await writeFile(this.#file, text);
    } catch {
      // A cache that cannot be written makes the next run no worse than the first.
      return;
    }
  }
}
