import type { BaselineRead } from '../../core/baseline/baseline.js';
import { parseBaseline } from '../../core/baseline/parse-baseline.js';

/** The file on disk, that of HEAD, that of the merge base, and one to spare. */
const REMEMBERED = 4;

interface KnownBaseline {
  readonly content: string;
  readonly read: BaselineRead;
  readonly blob: string | undefined;
}

/**
 * Parses baselines and remembers the last ones by their text: the file on disk, the committed one
 * and that of the merge base mostly say the same, and then are the very same value.
 */
export class BaselineMemory {
  #known: readonly KnownBaseline[] = [];

  /** @param blob What git calls a file that says this, where somebody knows. */
  parse(content: string, blob?: string): BaselineRead {
    const known = this.#known.find((other) => other.content === content);
    const read = known?.read ?? parseBaseline(content);
    const others = this.#known.filter((other) => other !== known);
    this.#known = [{ content, read, blob: blob ?? known?.blob }, ...others].slice(0, REMEMBERED);
    return read;
  }

  /** What was parsed under a name of git's. */
  recall(blob: string): BaselineRead | undefined {
    return this.#known.find((known) => known.blob === blob)?.read;
  }
}
