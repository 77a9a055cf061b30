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
      this.#known = { digest: digestOutput(text), stamp };
      return text;
    } catch {
      this.#known = undefined;
      return '';
    }
  }

  /** Writes it down, unless it is there already. */
  async keep(text: string): Promise<void> {
    const digest = digestOutput(text);
    if (this.#known?.digest === digest && this.#known.stamp === this.#stamp()) return;
    try {
      await writeFile(this.#file, text);
      this.#known = { digest, stamp: this.#stamp() };
    } catch {
      // A cache that cannot be written makes the next run no worse than the first.
      this.#known = undefined;
    }
  }

  #stamp(): string {
    const stats = statSync(this.#file, { bigint: true, throwIfNoEntry: false });
    return `${stats?.mtimeNs} ${stats?.size}`;
  }
}

/** What tells one output of mypy's from another. */
export function digestOutput(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
