import type { CheckRun, MypyOutput } from '../../core/check/check-run.js';
import { judgeOutput } from '../../core/output/judge-output.js';
import { OutputMemory } from '../../core/output/output-memory.js';
import type { LineListener } from '../process/feed-lines.js';
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

  /** Lines of the output that {@link judge} will be asked about: to read them takes a while. */
  readonly listen: LineListener = (lines) => this.#memory.learn(lines);

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
    return judgeOutput(output, this.#root, 'text', () => this.#memory.parse(output.stdout));
  }
}
