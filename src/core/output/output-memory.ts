import { LineMemory } from './line-memory.js';
import { type ParsedOutput, parseLines } from './parse-output.js';
import { splitLines } from './split-lines.js';

/**
 * Reads the outputs of one project's runs while they come. An output that says the same as the last
 * one is the very same value.
 */
export class OutputMemory {
  readonly #lines: LineMemory;
  /** What came of a line that is not whole yet. */
  #rest = '';
  #length = 0;
  #last: ParsedOutput | undefined;

  /** @param root Absolute path of mypy's working directory. */
  constructor(root: string) {
    this.#lines = new LineMemory(root);
  }

  /** How many UTF-16 units of the output have come. */
  get length(): number {
    return this.#length;
  }

  /** A new output begins; one that has begun and was not taken is forgotten. */
  begin(): void {
    this.#rest = '';
    this.#length = 0;
    this.#lines.begin();
  }

  /** Reads lines that a run is expected to print, as an earlier process has kept them. */
  expect(lines: readonly string[]): void {
    this.#lines.expect(lines);
    this.#last = undefined;
  }

  /** Reads on in the output, and gives the lines that are whole by now. */
  read(text: string): readonly string[] {
    this.#length += text.length;
    const { lines, cut } = splitLines(this.#rest + text);
    this.#rest = cut;
    this.#lines.read(lines);
    return lines;
  }

  /** All that the output says. */
  take(): ParsedOutput {
    const { isSame, lines, read } = this.#lines.take();
    const isKnown = isSame && this.#rest === '';
    const parsed = isKnown && this.#last ? this.#last : parseLines(lines, read, this.#rest);
    this.#last = this.#rest === '' ? parsed : undefined;
    this.begin();
    return parsed;
  }
}
