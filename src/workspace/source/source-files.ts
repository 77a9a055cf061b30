import { readFileSync } from 'node:fs';
import { stampFile } from '../file-stamp.js';
import { pathBelow } from '../path-below.js';
import { ScopeIndex } from './scope-index.js';
import { decodeSource, type SourceText } from './source-text.js';

/** A file that was read; for its scopes see {@link scopesOf}. */
export interface ReadSource {
  /** From {@link stampFile}. */
  readonly stamp: string;
  readonly source: SourceText;
  scopes: ScopeIndex | undefined;
}

/** Files kept in memory; the least recently used go first. */
const REMEMBERED_FILES = 4_000;

/** The stamp of a file that is not there. */
const GONE = 'gone';

/** The text of a file that cannot be read. */
export const NO_SOURCE: SourceText = { text: '', lines: [] };

/** Reads source files, and remembers those that did not change. All paths are absolute. */
export class SourceFiles {
  readonly #files = new Map<string, ReadSource>();
  readonly #confinedTo: string | undefined;

  /** @param confinedTo Nothing outside this folder is read. Any file when absent. */
  constructor(confinedTo?: string) {
    this.#confinedTo = confinedTo;
  }

  /**
   * What changes whenever a file does; undefined for one that is gone, of which nothing is remembered
   * then. Synchronous: most files are small, and waiting takes longer.
   */
  stamp(file: string): string | undefined {
    if (!this.#mayRead(file)) return 'outside';
    const stamp = stampFile(file);
    if (stamp === undefined) this.#files.delete(file);
    return stamp;
  }

  read(file: string): ReadSource {
    if (!this.#mayRead(file)) return { stamp: 'outside', source: NO_SOURCE, scopes: undefined };
    const stamp = this.stamp(file) ?? GONE;
    const known = this.#files.get(file);
    this.#files.delete(file);
    if (known !== undefined && known.stamp === stamp) {
      this.#files.set(file, known);
      return known;
    }
    const read = { stamp, source: readSource(file), scopes: undefined };
    this.#files.set(file, read);
    return read;
  }

  /** A file's text, not remembered: of thousands of files a few are looked at again. */
  peek(file: string): SourceText {
    if (!this.#mayRead(file)) return NO_SOURCE;
    const known = this.#files.get(file);
    const isKnown = known !== undefined && known.stamp === stampFile(file);
    return isKnown ? known.source : readSource(file);
  }

  forgetOldest(): void {
    for (const file of this.#files.keys()) {
      if (this.#files.size <= REMEMBERED_FILES) return;
      this.#files.delete(file);
    }
  }

  #mayRead(file: string): boolean {
    return this.#confinedTo === undefined || pathBelow(this.#confinedTo, file) !== undefined;
  }
}

/** The functions and classes of a file, found when they are first asked for. */
export function scopesOf(read: ReadSource): ScopeIndex {
  read.scopes ??= ScopeIndex.parse(read.source);
  return read.scopes;
}

function readSource(file: string): SourceText {
  try {
    return decodeSource({
      asText: () => readFileSync(file, 'utf8'),
      asBytes: () => readFileSync(file),
    });
  } catch {
    // Deleted or locked since mypy read it: the error is shown where mypy saw it, without text.
    return NO_SOURCE;
  }
}
