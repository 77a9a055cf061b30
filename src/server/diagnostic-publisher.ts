import type { Diagnostic } from 'vscode-languageserver';
import type { ShownError } from './diagnostics.js';

/** Sends LSP's `textDocument/publishDiagnostics`; the path is the errors' own. */
export type SendDiagnostics = (path: string, diagnostics: readonly Diagnostic[]) => void;

/** Publishes what changed since the last time, and clears what vanished. */
export class DiagnosticPublisher {
  /** What was last sent, by path. */
  readonly #published = new Map<string, readonly ShownError[]>();
  readonly #send: SendDiagnostics;
  readonly #toDiagnostic: (shown: ShownError) => Diagnostic;

  constructor(send: SendDiagnostics, toDiagnostic: (shown: ShownError) => Diagnostic) {
    this.#send = send;
    this.#toDiagnostic = toDiagnostic;
  }

  publish(byPath: ReadonlyMap<string, readonly ShownError[]>): void {
    for (const path of this.#published.keys()) {
      if (byPath.has(path)) continue;
      this.#published.delete(path);
      this.#send(path, []);
    }
    for (const [path, shown] of byPath) {
      const before = this.#published.get(path);
      if (before !== undefined && areAlike(before, shown)) continue;
      this.#published.set(path, shown);
      this.#send(path, shown.map(this.#toDiagnostic));
    }
  }

  clear(): void {
    this.publish(new Map());
  }
}

/** Errors of an unchanged file are the very same values from check to check. */
function areAlike(left: readonly ShownError[], right: readonly ShownError[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ error, source, severity, id }, index) => {
      const other = right[index];
      return (
        other !== undefined &&
        error === other.error &&
        source === other.source &&
        severity === other.severity &&
        id === other.id
      );
    })
  );
}
