import type { CheckRun } from '../../core/check/check-run.js';
import { phrase } from '../../core/language/language.js';
import { judgeRecorded, type RecordedOutput } from '../../core/output/judge-recorded.js';
import type { Checker, CheckOptions } from './checker.js';

/** Reads what a mypy that ran elsewhere printed, instead of running one. */
export class RecordedChecker implements Checker {
  readonly engine = 'recorded';
  readonly #root: string;
  readonly #read: () => Promise<RecordedOutput>;

  /**
   * @param root Absolute; where that mypy ran.
   * @param read Rejects when there is nothing to read.
   */
  constructor(root: string, read: () => Promise<RecordedOutput>) {
    this.#root = root;
    this.#read = read;
  }

  async check({ onStarted }: Pick<CheckOptions, 'onStarted'> = {}): Promise<CheckRun> {
    let output: RecordedOutput;
    try {
      const reading = this.#read();
      onStarted?.();
      output = await reading;
    } catch (error) {
      const detail = phrase("mypy's output could not be read: {0}", String(error));
      return { kind: 'failed', failure: { kind: 'not-understood', detail }, stderr: '' };
    }
    return judgeRecorded(output, this.#root);
  }

  /** Nobody knows: nothing was looked at before. */
  hasSameEnvironment(): Promise<boolean> {
    return Promise.resolve(false);
  }

  expectAnother(): void {
    // There is nothing to prepare.
  }

  /** There is no process. */
  dispose(): Promise<void> {
    return Promise.resolve();
  }
}
