import { randomUUID } from 'node:crypto';
import type { MypyOutput } from '../../core/check/check-run.js';

/** What a run leaves behind for whoever wants to know whether mypy would say the same again. */
export class RunRecord {
  /** Absolute path of the file in which the worker writes down what mypy asks: `mypy_reads.py`. */
  readonly file: string;
  /** In the file's first line, if it is of this run. */
  readonly token = randomUUID();
  /** Undefined as long as no worker ran, or it did not come to its end. */
  #output: MypyOutput | undefined;

  constructor(file: string) {
    this.file = file;
  }

  get output(): MypyOutput | undefined {
    return this.#output;
  }

  /** mypy is started, perhaps not for the first time. */
  begin(): void {
    this.#output = undefined;
  }

  /** The worker has become mypy, which printed this. */
  end(output: MypyOutput): void {
    this.#output = output;
  }
}
