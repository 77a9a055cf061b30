import type { CheckRun } from '../../core/check/check-run.js';
import { judgeOutput } from '../../core/output/judge-output.js';
import { LineMemory } from '../../core/output/line-memory.js';
import type { ProcessResult } from '../process/run-process.js';

/** Says what processes that were to run mypy found out about one project. */
export class ProcessJudge {
  readonly #root: string;
  readonly #memory: LineMemory;

  /** @param root Absolute; mypy's working directory. */
  constructor(root: string) {
    this.#root = root;
    this.#memory = new LineMemory(root);
  }

  judge(result: ProcessResult): CheckRun {
    switch (result.kind) {
      case 'ended':
        return judgeOutput(result.output, this.#root, 'text', this.#memory);
      case 'cancelled':
        return { kind: 'cancelled' };
      case 'not-started':
      case 'timed-out':
      case 'flooded':
        return { kind: 'failed', failure: result, stderr: '' };
    }
  }
}
