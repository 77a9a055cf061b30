import type { Diagnostic } from 'vscode-languageserver';

/** Sends LSP's `textDocument/publishDiagnostics`. */
export type SendDiagnostics = (uri: string, diagnostics: readonly Diagnostic[]) => void;

/** Publishes what changed since the last time, and clears what vanished. */
export class DiagnosticPublisher {
  /** What each file's diagnostics were when they were last sent, as JSON. */
  readonly #published = new Map<string, string>();
  readonly #send: SendDiagnostics;

  constructor(send: SendDiagnostics) {
    this.#send = send;
  }

  publish(byUri: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const uri of this.#published.keys()) {
      if (byUri.has(uri)) continue;
      this.#published.delete(uri);
      this.#send(uri, []);
    }
    for (const [uri, diagnostics] of byUri) {
      const json = JSON.stringify(diagnostics);
      if (this.#published.get(uri) === json) continue;
      this.#published.set(uri, json);
      this.#send(uri, diagnostics);
    }
  }

  clear(): void {
    this.publish(new Map());
  }
}
