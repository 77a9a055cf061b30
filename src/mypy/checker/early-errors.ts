import { join } from 'node:path';
import type { MypyError } from '../../core/error/mypy-error.js';
import { readLinesOnce } from '../../core/output/line-memory.js';
import { parseOutput } from '../../core/output/parse-output.js';

/** Somebody who wants to know of some files before mypy is done with the others. */
export interface EarlyListener {
  /** Of the files, with `/` in them and relative to the root. */
  readonly paths: readonly string[];
  /**
   * Is told all errors that mypy has printed of these files so far. mypy prints what it has to say
   * of a file at once, when it is done with it, and takes nothing back.
   */
  readonly onErrors: (errors: readonly MypyError[]) => void;
}

/**
 * How long nothing more of the files must come: less than this before mypy's end, to show them
 * early would only put off the whole. The lines of one file come in one piece or two.
 */
const QUIET_MS = 150;

/** While mypy goes on printing, its end may be near: for so long it is waited for a pause. */
const FLOW_MS = 50;
const MOST_WAITS = 10;

/** Listens to mypy's output for the errors of some files. */
export class EarlyErrors {
  readonly #root: string;
  readonly #onErrors: (errors: readonly MypyError[]) => void;
  readonly #prefixes: readonly string[];
  readonly #lines: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isFlowing = false;

  /** @param root Absolute; mypy's working directory. */
  constructor(root: string, { paths, onErrors }: EarlyListener) {
    this.#root = root;
    this.#onErrors = onErrors;
    this.#prefixes = printedPaths(paths).map((path) => `${path}:`);
  }

  /** @param lines The next that mypy has printed. */
  listen(lines: readonly string[]): void {
    this.#isFlowing = true;
    const own = lines.filter((line) => this.#prefixes.some((prefix) => line.startsWith(prefix)));
    if (own.length === 0) return;
    this.#lines.push(...own);
    this.#tellAfter(QUIET_MS, MOST_WAITS);
  }

  /** mypy has ended: the whole is known now. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #tellAfter(ms: number, waits: number): void {
    clearTimeout(this.#timer);
    this.#isFlowing = false;
    this.#timer = setTimeout(() => {
      if (this.#isFlowing && waits > 0) this.#tellAfter(FLOW_MS, waits - 1);
      else this.#tell();
    }, ms);
  }

  #tell(): void {
    const text = this.#lines.map((line) => `${line}\n`).join('');
    const { errors } = parseOutput(text, readLinesOnce(this.#root));
    if (errors.length > 0) this.#onErrors(errors);
  }
}

/** Paths as mypy prints them: with the system's own separator. */
export function printedPaths(paths: readonly string[]): readonly string[] {
  return paths.map((path) => join(path));
}
