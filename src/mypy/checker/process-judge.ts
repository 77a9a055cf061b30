import type { CheckRun, MypyOutput } from '../../core/check/check-run.js';
import { judgeOutput } from '../../core/output/judge-output.js';
import { OutputMemory } from '../../core/output/output-memory.js';
import type { ProcessResult } from '../process/run-process.js';

/** Says what processes that were to run mypy found out about one project. */
export class ProcessJudge {
  readonly #root: string;
  readonly #memory: OutputMemory;

  /** @param root Absolute; mypy's working directory. */
  constructor(root: string) {
    this.#root = root;
    this.#memory = new OutputMemory(root);
  }

  /** A process begins to print; what another one printed that {@link judge} was not asked about is void. */
  begin(): void {
    this.#memory.begin();
  }

  /** Reads lines that the next process is expected to print. */
  expect(lines: readonly string[]): void {
    this.#memory.expect(lines);
  }

  /** Reads on in the output that {@link judge} will be asked about, and gives the lines that are whole. */
  listen(text: string): readonly string[] {
    return this.#memory.read(text);
  }

  judge(result: ProcessResult): CheckRun {
    switch (result.kind) {
      case 'ended':
        return this.#judge(result.output);
      case 'cancelled':
        return { kind: 'cancelled' };
      case 'not-started':
      case 'timed-out':
      case 'flooded':
        return { kind: 'failed', failure: result, stderr: '' };
    }
  }

  #judge(output: MypyOutput): CheckRun {
    const memory = this.#memory;
    return judgeOutput(output, this.#root, 'text', () => {
      // Nobody listened, or not to all of it.
      if (memory.length !== output.stdout.length) {
        memory.begin();
        memory.read(output.stdout);
      }
      return memory.take();
    });
  }
}
