import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'meant-errors.json';

/**
 * Errors that were doubted and that mypy said again when it looked anew, kept beside its cache: another
 * process need not doubt them. Only who has the cache for itself reads or writes them.
 */
export class MeantErrors {
  readonly #file: string;
  #keys: ReadonlySet<string> | undefined;

  /** @param cacheFolder Absolute. */
  constructor(cacheFolder: string) {
    this.#file = join(cacheFolder, NAME);
  }

  /** Empty where nothing is known. */
  read(): ReadonlySet<string> {
    this.#keys ??= readKeys(this.#file);
    return this.#keys;
  }

  /** Takes these for all that there are. */
  keep(keys: ReadonlySet<string>): void {
    const known = this.read();
    if (keys.size === known.size && [...keys].every((key) => known.has(key))) return;
    this.#keys = keys;
    try {
      writeFileSync(this.#file, JSON.stringify([...keys]));
    } catch {
      // The next process has mypy look once more.
      return;
    }
  }
}

function readKeys(file: string): ReadonlySet<string> {
  try {
    const keys: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return new Set(Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []);
  } catch {
    // None were kept, or they cannot be read: then mypy looks once more.
    return new Set();
  }
}
