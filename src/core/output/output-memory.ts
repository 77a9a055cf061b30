import { LineMemory } from './line-memory.js';
import { type ParsedOutput, parseOutput } from './parse-output.js';

/** Reads the outputs of one project's runs; an output that says the same again is the very same value. */
export class OutputMemory {
  readonly #lines: LineMemory;
  #last: { readonly stdout: string; readonly parsed: ParsedOutput } | undefined;

  /** @param root Absolute path of mypy's working directory. */
  constructor(root: string) {
    this.#lines = new LineMemory(root);
  }

  /** Understands lines of an output ahead, while the rest of it is still to come. */
  learn(lines: readonly string[]): void {
    this.#lines.learn(lines);
  }

  parse(stdout: string): ParsedOutput {
    if (this.#last?.stdout === stdout) {
      this.#lines.expectAgain();
      return this.#last.parsed;
    }
    const parsed = parseOutput(stdout, this.#lines);
    this.#last = { stdout, parsed };
    return parsed;
  }
}
