import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Child } from './child.js';

/** Is told text of a stream as it comes, cut anywhere. */
export type TextListener = (text: string) => void;

/**
 * Keeps what a process prints, as UTF-8, up to a limit that both of its streams share. Text is put
 * together by V8 only when somebody looks at it: mostly whoever listens has read it by then.
 */
export class OutputRecorder {
  readonly limitBytes: number;
  #stdout = '';
  #stderr = '';
  #bytes = 0;
  #onFlooded: (() => void) | undefined;
  #onStdout: TextListener | undefined;

  constructor(child: Child, limitBytes: number) {
    this.limitBytes = limitBytes;
    this.#record(child.stdout, (text) => {
      this.#stdout += text;
      this.#onStdout?.(text);
    });
    this.#record(child.stderr, (text) => {
      this.#stderr += text;
    });
  }

  /** Calls back when the limit is exceeded, or at once when it was. */
  onFlooded(listener: () => void): void {
    this.#onFlooded = listener;
    if (this.#isFlooded()) listener();
  }

  /** Tells standard output to a listener: what came so far, and what comes. */
  onStdout(listener: TextListener): void {
    this.#onStdout = listener;
    if (this.#stdout !== '') listener(this.#stdout);
  }

  /** Forgets what standard output began with. */
  dropStdout(characters: number): void {
    this.#stdout = this.#stdout.slice(characters);
  }

  /** All that came so far. */
  get stdout(): string {
    return this.#stdout;
  }

  /** As {@link stdout}. */
  get stderr(): string {
    return this.#stderr;
  }

  #record(stream: Readable, keep: TextListener): void {
    const decoder = new StringDecoder('utf8');
    stream.on('data', (chunk: Buffer) => {
      if (this.#isFlooded()) return;
      this.#bytes += chunk.length;
      if (this.#isFlooded()) this.#onFlooded?.();
      else keep(decoder.write(chunk));
    });
    // A character that was not finished.
    stream.on('end', () => {
      const rest = decoder.end();
      if (rest !== '') keep(rest);
    });
  }

  #isFlooded(): boolean {
    return this.#bytes > this.limitBytes;
  }
}
