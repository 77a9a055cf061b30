import { areIdentical } from '../list/are-identical.js';
import { ownCopy } from '../text/own-copy.js';
import { type Said, toSaid } from './attach-notes.js';
import { ExpectedLines } from './expected-lines.js';
import type { Summary } from './message.js';
import { parseLine } from './parse-line.js';
import { toProjectPath } from './project-path.js';

/** What a line of mypy's output is in one project. */
export type ReadLine = (
  | { readonly kind: 'said'; readonly said: Said; readonly format: 'text' | 'json' }
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'noise' }
) & {
  /** Whether mypy counts the line as an error in its summary. */
  readonly counts: boolean;
};

/** Says what lines of mypy's output are; messages have paths relative to the project's root. */
export type ReadLines = (lines: readonly string[]) => Iterable<ReadLine>;

/**
 * Reads an output that comes once, line by line as it is asked for.
 *
 * @param root Absolute path of mypy's working directory.
 */
export function readLinesOnce(root: string): ReadLines {
  const paths = new Map<string, string>();
  return function* (lines) {
    for (const line of lines) yield readLine(line, root, paths);
  };
}

function readLine(line: string, root: string, paths: Map<string, string>): ReadLine {
  const parsed = parseLine(line);
  if (parsed.kind !== 'message') return { ...parsed, counts: countsAsError(line) };
  const { message, format } = parsed;
  // An error in text holds it where the severity is: nearly every line, which need not be searched.
  const counts = (format === 'text' && message.severity === 'error') || countsAsError(line);
  const known = paths.get(message.path);
  const path = known ?? toProjectPath(message.path, root);
  if (known === undefined) paths.set(message.path, path);
  return { kind: 'said', said: toSaid({ ...message, path }), format, counts };
}

/**
 * Whether mypy counts a line as an error in its summary: where it holds `: error:`, notes included
 * (count_stats in mypy/util.py, the same from 0.990 to 2.4).
 */
export function countsAsError(line: string): boolean {
  return line.includes(': error:');
}

/** An output as far as it was read: what each of its lines is. */
interface OutputSoFar {
  readonly lines: string[];
  readonly read: ReadLine[];
}

/** A whole output, and whether it says the same as the one before. */
export interface TakenOutput {
  readonly lines: readonly string[];
  readonly read: readonly ReadLine[];
  readonly isSame: boolean;
}

/**
 * Understands lines of mypy's output, and remembers those of the last output: from run to run nearly
 * all of them are the same and in the same order, and to compare a line with the one that is expected
 * next is a hundred times cheaper than to take it apart.
 */
export class LineMemory {
  readonly #root: string;
  #last: OutputSoFar = { lines: [], read: [] };
  #next: OutputSoFar = { lines: [], read: [] };
  #expected = new ExpectedLines([]);
  readonly #paths = new Map<string, string>();

  /** @param root Absolute path of mypy's working directory; messages get paths relative to it. */
  constructor(root: string) {
    this.#root = root;
  }

  /** A new output begins; what was read of one that was given up is forgotten. */
  begin(): void {
    this.#next = { lines: [], read: [] };
    this.#expected = new ExpectedLines(this.#last.lines);
    this.#paths.clear();
  }

  /** Takes lines for those that the last output had after the ones that are known. */
  expect(lines: readonly string[]): void {
    for (const line of lines) {
      this.#last.lines.push(line);
      this.#last.read.push(readLine(line, this.#root, this.#paths));
    }
    this.#expected = new ExpectedLines(this.#last.lines);
  }

  /** The next lines of the output. */
  read(lines: readonly string[]): void {
    for (const line of lines) {
      this.#next.lines.push(line);
      this.#next.read.push(this.#understand(line));
    }
  }

  /** The output is whole. Lines that are not in it are forgotten. */
  take(): TakenOutput {
    const { lines, read } = this.#next;
    const isSame = areIdentical(read, this.#last.read);
    this.#last = { lines, read };
    this.begin();
    return { lines, read, isSame };
  }

  #understand(line: string): ReadLine {
    const known = this.#last.read[this.#expected.find(line)];
    // What is said stays for as long as mypy says it; the output that it was said in first need not.
    return known ?? readLine(ownCopy(line), this.#root, this.#paths);
  }
}
