import { ownCopy } from '../text/own-copy.js';
import { type Said, toSaid } from './attach-notes.js';
import { ExpectedLines } from './expected-lines.js';
import type { Summary } from './message.js';
import { parseLine } from './parse-line.js';
import { toProjectPath } from './project-path.js';

/** What a line of mypy's output is in one project. */
export type ReadLine =
  | { readonly kind: 'said'; readonly said: Said; readonly format: 'text' | 'json' }
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'noise' };

/** Says what lines of mypy's output are; messages have paths relative to the project's root. */
export interface LineReader {
  read(lines: readonly string[]): readonly ReadLine[];
}

/**
 * Reads an output that comes once.
 *
 * @param root Absolute path of mypy's working directory.
 */
export function readLinesOnce(root: string): LineReader {
  const paths = new Map<string, string>();
  return { read: (lines) => lines.map((line) => readLine(line, root, paths)) };
}

function readLine(line: string, root: string, paths: Map<string, string>): ReadLine {
  const parsed = parseLine(line);
  if (parsed.kind !== 'message') return parsed;
  const { message, format } = parsed;
  const known = paths.get(message.path);
  const path = known ?? toProjectPath(message.path, root);
  if (known === undefined) paths.set(message.path, path);
  return { kind: 'said', said: toSaid({ ...message, path }), format };
}

/** An output that was read: what each of its lines is. */
interface ReadOutput {
  readonly lines: readonly string[];
  readonly read: readonly ReadLine[];
}

/**
 * Understands lines of mypy's output, and remembers those of the last output: from run to run nearly
 * all of them are the same and in the same order, and to compare a line with the one that is expected
 * next is a hundred times cheaper than to take it apart.
 */
export class LineMemory implements LineReader {
  readonly #root: string;
  #last: ReadOutput = { lines: [], read: [] };
  #ahead: { readonly lines: string[]; readonly read: ReadLine[] } = { lines: [], read: [] };
  #expected: ExpectedLines;
  readonly #paths = new Map<string, string>();

  /** @param root Absolute path of mypy's working directory; messages get paths relative to it. */
  constructor(root: string) {
    this.#root = root;
    this.#expected = new ExpectedLines(this.#last.lines);
  }

  /** Understands lines of an output ahead, while the rest of it is still to come. */
  learn(lines: readonly string[]): void {
    for (const line of lines) {
      this.#ahead.lines.push(line);
      this.#ahead.read.push(this.#understand(line));
    }
  }

  /** What each line is. Lines that are not among these are forgotten. */
  read(lines: readonly string[]): readonly ReadLine[] {
    const ahead = this.#ahead;
    let known = 0;
    while (known < ahead.lines.length && ahead.lines[known] === lines[known]) known++;
    const read = ahead.read.slice(0, known);
    // What was learned of a run that was given up is not the beginning of this one.
    if (known < ahead.lines.length) this.#expected = new ExpectedLines(this.#last.lines);
    for (const line of lines.slice(known)) read.push(this.#understand(line));
    this.#last = { lines, read };
    this.#ahead = { lines: [], read: [] };
    this.#expected = new ExpectedLines(lines);
    this.#paths.clear();
    return read;
  }

  #understand(line: string): ReadLine {
    const known = this.#last.read[this.#expected.find(line)];
    // What is said stays for as long as mypy says it; the output that it was said in first need not.
    return known ?? readLine(ownCopy(line), this.#root, this.#paths);
  }
}
