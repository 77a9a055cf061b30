import type { CheckRun } from '../../core/check/check-run.js';
import { judgeRecorded, type RecordedOutput } from '../../core/output/judge-recorded.js';
import type { Checker } from './checker.js';

/** Reads what a mypy that ran elsewhere printed, instead of running one. */
export class RecordedChecker implements Checker {
  readonly engine = 'recorded';
  readonly #root: string;
  readonly #read: () => Promise<RecordedOutput>;
  readonly #log: (line: string) => void;

  /**
   * @param root Absolute; where that mypy ran.
   * @param read Rejects when there is nothing to read.
   */
  constructor(root: string, read: () => Promise<RecordedOutput>, log: (line: string) => void) {
    this.#root = root;
    this.#read = read;
    this.#log = log;
  }

  async check(): Promise<CheckRun> {
    let output: RecordedOutput;
    try {
      output = await this.#read();
    } catch (error) {
      const detail = `mypy's output could not be read: ${String(error)}`;
      return { kind: 'failed', failure: { kind: 'not-understood', detail }, stderr: '' };
    }
    const { run, proof } = judgeRecorded(output, this.#root);
    if (run.kind === 'complete' && proof === 'weak') {
      this.#log(
        "mypy's JSON has no summary line: an output that was cut cannot be told from a whole one. Give mypy's exit status too (--mypy-status).",
      );
    }
    return run;
  }

  /** There is no process. */
  dispose(): Promise<void> {
    return Promise.resolve();
  }
}
