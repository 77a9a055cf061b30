import { CHECK_LIMIT_BYTES } from '../checker/check-limits.js';
import type { Child, ChildEnd } from '../process/child.js';
import { OutputRecorder } from '../process/output-recorder.js';
import { awaitEnd, type ProcessLimits, type ProcessResult } from '../process/run-process.js';
import { parseReadyLine, type Witness } from './witnesses.js';

/** Whether a worker came as far as to wait for its request. */
export type Readiness =
  | { readonly kind: 'ready'; readonly witnesses: readonly Witness[] }
  | { readonly kind: 'failed'; readonly detail: string };

/** What came first: a line that was waited for, the end, or the limit of what is waited for. */
export type Heard<Line> =
  | {
      readonly kind: 'line';
      readonly line: Line;
      /** Characters of standard output up to its end. */
      readonly end: number;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'late' }
  | { readonly kind: 'flooded' }
  | ChildEnd;

/** Importing mypy takes a tenth of a second; on a cold disk and uncompiled, some seconds. */
const READY_TIMEOUT_MS = 60_000;

/** More than this is not looked through for a line: a megabyte of greetings is something else. */
const MOST_CHARACTERS = 2 ** 20;

/** A process that imports mypy, for one run: see `worker.py`. */
export class WorkerProcess {
  /** Never rejects. */
  readonly readiness: Promise<Readiness>;
  readonly #child: Child;
  readonly #recorder: OutputRecorder;
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

  /** All that the process has printed so far. */
  get output(): { readonly stdout: string; readonly stderr: string } {
    return { stdout: this.#recorder.stdout, stderr: this.#recorder.stderr };
  }

  /**
   * Waits for a line of standard output; `sitecustomize` and the like may print others before it.
   * The process lives on, whatever is heard.
   *
   * @param parse Gives undefined for other lines.
   */
  hear<Line>(
    parse: (line: string) => Line | undefined,
    { signal, timeoutMs }: { readonly signal?: AbortSignal; readonly timeoutMs: number },
  ): Promise<Heard<Line>> {
    const { stdout } = this.#child;
    return new Promise((resolve) => {
      const settle = (heard: Heard<Line>) => {
        clearTimeout(timer);
        stdout.off('data', look);
        signal?.removeEventListener('abort', cancel);
        resolve(heard);
      };
      const cancel = () => settle({ kind: 'cancelled' });
      const timer = setTimeout(() => settle({ kind: 'late' }), timeoutMs);
      let start = 0;
      const look = () => {
        const text = this.#recorder.stdout;
        let end = text.indexOf('\n', start);
        for (; end >= 0; end = text.indexOf('\n', start)) {
          const line = parse(text.slice(start, end));
          start = end + 1;
          if (line !== undefined) return settle({ kind: 'line', line, end: start });
        }
        if (text.length > MOST_CHARACTERS) settle({ kind: 'flooded' });
      };
      stdout.on('data', look);
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted) cancel();
      void this.#child.ended.then(settle);
    });
  }

  /** Hands over the request; then the process is mypy, and its output mypy's. */
  run(request: string, limits: ProcessLimits): Promise<ProcessResult> {
    this.#child.stdin.write(request);
    return awaitEnd(this.#child, this.#recorder, limits);
  }

  /** Ends the process; resolves when it is gone. */
  kill(): Promise<void> {
    return this.#child.kill();
  }

  async #awaitReady(): Promise<Readiness> {
    const heard = await this.hear(parseReadyLine, { timeoutMs: READY_TIMEOUT_MS });
    if (heard.kind === 'line') {
      this.#recorder.dropStdout(heard.end);
      return { kind: 'ready', witnesses: heard.line };
    }
    await this.kill();
    return { kind: 'failed', detail: this.#describe(heard) };
  }

  #describe(heard: Exclude<Heard<unknown>, { kind: 'line' }>): string {
    switch (heard.kind) {
      case 'not-started':
        return heard.detail;
      case 'late':
        return `not ready after ${READY_TIMEOUT_MS / 1000} s`;
      case 'cancelled':
      case 'flooded':
        return heard.kind;
      case 'ended': {
        const said = this.output.stderr.trim() || this.output.stdout.trim();
        const { exitCode, signal } = heard;
        return said.split('\n').at(-1) || `exit status ${exitCode ?? signal ?? 'unknown'}`;
      }
    }
  }
}
