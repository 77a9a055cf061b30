import type { BaselineRead } from '../../core/baseline/baseline.js';
import { parseBaseline } from '../../core/baseline/parse-baseline.js';

/** The file on disk, that of HEAD, that of the merge base, and one to spare. */
const REMEMBERED = 4;

/**
 * Parses baselines and remembers the last ones by their text: the file on disk, the committed one
 * and that of the merge base mostly say the same, and then are the very same value.
 */
export class BaselineMemory {
  #known: readonly { readonly content: string; readonly read: BaselineRead }[] = [];

  parse(content: string): BaselineRead {
    const found = this.#known.find((known) => known.content === content);
    if (found !== undefined) return found.read;
    const read = parseBaseline(content);
    this.#known = [{ content, read }, ...this.#known].slice(0, REMEMBERED);
    return read;
  }
}
