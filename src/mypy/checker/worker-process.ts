import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import { Child, type ChildEnd, startChild } from '../process/child.js';
import { OutputRecorder } from '../process/output-recorder.js';
import { awaitEnd, type ProcessLimits, type ProcessResult } from '../process/run-process.js';
import { CHECK_LIMIT_BYTES } from './check-limits.js';
import { type CheckerPorts, describeWorker } from './engine.js';
import { parseReadyLine, type Witness } from './witnesses.js';

/** Whether a worker came as far as to wait for its request. */
export type Readiness =
  | { readonly kind: 'ready'; readonly witnesses: readonly Witness[] }
  | { readonly kind: 'failed'; readonly detail: string };

/** Importing mypy takes a tenth of a second; on a cold disk and uncompiled, some seconds. */
const READY_TIMEOUT_MS = 60_000;

/** A process that has imported mypy, for one run. */
export class WorkerProcess {
  /** Never rejects. */
  readonly readiness: Promise<Readiness>;
  readonly #child: Child;
  readonly #recorder: OutputRecorder;
  /** Characters of standard output up to the end of the ready line. */
  #preamble = 0;
  #end: ChildEnd | undefined;

  constructor(child: Child) {
    this.#child = child;
    this.#recorder = new OutputRecorder(child, CHECK_LIMIT_BYTES);
    this.readiness = this.#awaitReady();
    void child.ended.then((end) => {
      this.#end = end;
    });
  }

  /** Whether the process is gone. */
  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  /** Hands over the request; then the process is mypy, and its output mypy's. */
  async run(request: string, limits: ProcessLimits): Promise<ProcessResult> {
    this.#child.stdin.write(request);
    const result = await awaitEnd(this.#child, this.#recorder, limits);
    if (result.kind !== 'ended') return result;
    const stdout = result.output.stdout.slice(this.#preamble);
    return { kind: 'ended', output: { ...result.output, stdout } };
  }

  /** Ends the process; resolves when it is gone. */
  kill(): Promise<void> {
    return this.#child.kill();
  }

  async #awaitReady(): Promise<Readiness> {
    let timer: NodeJS.Timeout | undefined;
    const isLate = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), READY_TIMEOUT_MS);
    });
    const first = await Promise.race([this.#readyLine(), this.#child.ended, isLate]);
    clearTimeout(timer);
    if (first === 'late') {
      await this.kill();
      return { kind: 'failed', detail: `not ready after ${READY_TIMEOUT_MS / 1000} s` };
    }
    if ('kind' in first) return { kind: 'failed', detail: this.#describeEnd(first) };
    return { kind: 'ready', witnesses: first };
  }

  /** The ready line; `sitecustomize` and the like may print before it. */
  #readyLine(): Promise<readonly Witness[]> {
    return new Promise((resolve) => {
      const look = () => {
        const text = this.#recorder.stdout();
        let end = text.indexOf('\n', this.#preamble);
        for (; end >= 0; end = text.indexOf('\n', this.#preamble)) {
          const witnesses = parseReadyLine(text.slice(this.#preamble, end));
          this.#preamble = end + 1;
          if (witnesses === undefined) continue;
          this.#child.stdout.off('data', look);
          resolve(witnesses);
          return;
        }
      };
      this.#child.stdout.on('data', look);
    });
  }

  #describeEnd(end: ChildEnd): string {
    if (end.kind === 'not-started') return end.detail;
    const said = this.#recorder.stderr().trim() || this.#recorder.stdout().trim();
    return said.split('\n').at(-1) || `exit status ${end.exitCode ?? end.signal ?? 'unknown'}`;
  }
}

/** Starts a worker for an invocation, or says why the system refuses. */
export function startWorker(
  invocation: MypyInvocation,
  ports: CheckerPorts,
): WorkerProcess | string {
  const child = startChild(describeWorker(invocation, ports, 'serve'));
  return child instanceof Child ? new WorkerProcess(child) : child.detail;
}
