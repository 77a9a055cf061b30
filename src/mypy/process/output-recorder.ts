import type { Child } from './child.js';

/** Keeps what a process prints, up to a limit that both of its streams share. */
export class OutputRecorder {
  readonly limitBytes: number;
  readonly #stdout: Buffer[] = [];
  readonly #stderr: Buffer[] = [];
  #bytes = 0;
  #onFlooded: (() => void) | undefined;

  constructor(child: Child, limitBytes: number) {
    this.limitBytes = limitBytes;
    child.stdout.on('data', (chunk: Buffer) => this.#record(this.#stdout, chunk));
    child.stderr.on('data', (chunk: Buffer) => this.#record(this.#stderr, chunk));
  }

  /** Calls back when the limit is exceeded, or at once when it was. */
  onFlooded(listener: () => void): void {
    this.#onFlooded = listener;
    if (this.#isFlooded()) listener();
  }

  /** All that came so far, as UTF-8. */
  stdout(): string {
    return Buffer.concat(this.#stdout).toString('utf8');
  }

  /** As {@link stdout}. */
  stderr(): string {
    return Buffer.concat(this.#stderr).toString('utf8');
  }

  #record(chunks: Buffer[], chunk: Buffer): void {
    if (this.#isFlooded()) return;
    this.#bytes += chunk.length;
    if (this.#isFlooded()) this.#onFlooded?.();
    else chunks.push(chunk);
  }

  #isFlooded(): boolean {
    return this.#bytes > this.limitBytes;
  }
}
