import type { Comparable } from './comparison.js';
import { maskLineNumbers, stripFormat } from './normalise.js';
import type { Hunk } from './source-changes.js';

/** An error or entry made ready to be compared. */
export class Candidate {
  /** Index in the list given to `compare`. */
  readonly index: number;
  /** Where it is looked for: for entries of a renamed file, the new path. */
  path: string;
  readonly code: string;
  readonly scope: string;
  /** Line numbers masked. */
  readonly message: string;
  /** The source line as it was given. */
  readonly line: string;
  readonly isAccepted: boolean;
  /**
   * Of an error: the hunk in which its line was written. Of an entry: those in which a line like its
   * own was taken away. Empty where the line was not touched. Null where nobody knows: the file's
   * change is not known, or it never had the entry's line, which was edited before.
   */
  hunks: readonly Hunk[] | null = null;
  /** Whether the other side of its file has no such scope: it came, went, or was renamed. */
  hasLoneScope = false;
  /** Whether it was paired: then it is in nobody's leftovers any more. */
  isMatched = false;
  #text: string | undefined = undefined;

  /** @param index In the list given to `compare`. */
  constructor({ path, code, scope, message, text, acceptance }: Comparable, index: number) {
    this.index = index;
    this.path = path;
    this.code = code;
    this.scope = scope;
    this.message = maskLineNumbers(message);
    this.line = text;
    this.isAccepted = acceptance !== undefined;
  }

  /** The line as {@link stripFormat} leaves it: made when it is asked for, since few need it. */
  get text(): string {
    this.#text ??= stripFormat(this.line);
    return this.#text;
  }
}

/** Whether nobody knows what became of an entry's line. */
export function isUnplaced({ hunks }: Candidate): boolean {
  return hunks === null;
}
