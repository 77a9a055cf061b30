import type { OutputLine } from './message.js';
import { parseLine } from './parse-line.js';
import { toProjectPath } from './project-path.js';

/** Says what lines of mypy's output are; messages have paths relative to the project's root. */
export interface LineReader {
  read(lines: readonly string[]): readonly OutputLine[];
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

function readLine(line: string, root: string, paths: Map<string, string>): OutputLine {
  const parsed = parseLine(line);
  if (parsed.kind !== 'message') return parsed;
  const { message, format } = parsed;
  const known = paths.get(message.path);
  const path = known ?? toProjectPath(message.path, root);
  if (known === undefined) paths.set(message.path, path);
  return { kind: 'message', message: { ...message, path }, format };
}

/**
 * Understands lines of mypy's output, and remembers those of the last output: from run to run nearly
 * all of them are the same, and to look one up is ten times cheaper than to take it apart.
 */
export class LineMemory implements LineReader {
  readonly #root: string;
  #known = new Map<string, OutputLine>();
  readonly #paths = new Map<string, string>();

  /** @param root Absolute path of mypy's working directory; messages get paths relative to it. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Understands lines of an output ahead, while the rest of it is still to come. */
  learn(lines: readonly string[]): void {
    for (const line of lines) {
      if (!this.#known.has(line)) this.#known.set(line, readLine(line, this.#root, this.#paths));
    }
  }

  /** What each line is. Lines that are not among these are forgotten. */
  read(lines: readonly string[]): readonly OutputLine[] {
    const seen = new Map<string, OutputLine>();
    const read = lines.map((line) => {
      const known =
        seen.get(line) ?? this.#known.get(line) ?? readLine(line, this.#root, this.#paths);
      seen.set(line, known);
      return known;
    });
    this.#known = seen;
    this.#paths.clear();
    return read;
  }
}
