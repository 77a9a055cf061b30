import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'last-output.txt';

/**
 * What mypy printed last time, kept beside its cache: this time it will print nearly the same, and
 * whoever has read those lines while mypy works has little left to read. One that is old, torn or gone
 * costs time and no error: who takes more from it holds it against its digest (`KeptAnswer`).
 */
export class LastOutput {
  readonly #file: string;
  /** The text is not kept: it may have many megabytes. */
  #known: { readonly digest: string; readonly stamp: string } | undefined;

  /** @param cacheFolder Absolute. */
  constructor(cacheFolder: string) {
    this.#file = join(cacheFolder, NAME);
  }

  /** Empty where there is none. */
  async read(): Promise<string> {
    const stamp = this.#stamp();
    try {
      const text = await readFile(this.#file, 'utf8');
      this.#known = { digest: digestOf(text), stamp };
      return text;
    } catch {
      this.#known = undefined;
      return '';
    }
  }

  /** The output with that digest, from {@link keep}; undefined where another one or none is there. */
  async find(digest: string): Promise<string | undefined> {
    const text = await this.read();
    return this.#known?.digest === digest ? text : undefined;
  }

  /**
   * Writes it down, unless it is there already.
   *
   * @returns What tells it from other outputs.
   */
  async keep(text: string): Promise<string> {
    const digest = digestOf(text);
    if (this.#known?.digest === digest && this.#known.stamp === this.#stamp()) return digest;
    try {
      await writeFile(this.#file, text);
      this.#known = { digest, stamp: this.#stamp() };
    } catch {
      // A cache that cannot be written makes the next run no worse than the first.
      this.#known = undefined;
    }
    return digest;
  }

  #stamp(): string {
    const stats = statSync(this.#file, { bigint: true, throwIfNoEntry: false });
    return `${stats?.mtimeNs} ${stats?.size}`;
  }
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
