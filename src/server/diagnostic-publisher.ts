import type { Diagnostic } from 'vscode-languageserver';
import type { ProjectState } from '../project/project-state.js';
import { type ShownError, ShownErrors, type ShownSettings } from './diagnostics.js';

/** Sends LSP's `textDocument/publishDiagnostics`; the path is the errors' own. */
export type SendDiagnostics = (path: string, diagnostics: readonly Diagnostic[]) => void;

/** What the errors to be shown are made of. */
interface ShownState extends Pick<ProjectState, 'result' | 'blockers'> {
  readonly settings: ShownSettings;
}

/** Publishes what changed since the last time, and clears what vanished. */
export class DiagnosticPublisher {
  /** What was last sent, by path. */
  readonly #published = new Map<string, readonly ShownError[]>();
  #last: ShownState | undefined;
  #shown: ShownErrors | undefined;
  readonly #send: SendDiagnostics;
  readonly #toDiagnostic: (shown: ShownError) => Diagnostic;

  constructor(send: SendDiagnostics, toDiagnostic: (shown: ShownError) => Diagnostic) {
    this.#send = send;
    this.#toDiagnostic = toDiagnostic;
  }

  /** Publishes a project's errors. Most states differ in what the project is doing only. */
  show(state: ProjectState, settings: ShownSettings): void {
    const { result, blockers } = state;
    const last = this.#last;
    const isKept = last?.settings === settings;
    if (isKept && last.result === result && last.blockers === blockers) return;
    this.#last = { result, blockers, settings };
    this.#shown = isKept && this.#shown ? this.#shown : new ShownErrors(settings);
    this.#publish(this.#shown.list(state));
  }

  clear(): void {
    this.#last = undefined;
    this.#publish(new Map());
  }

  #publish(byPath: ReadonlyMap<string, readonly ShownError[]>): void {
    for (const path of this.#published.keys()) {
      if (byPath.has(path)) continue;
      this.#published.delete(path);
      this.#send(path, []);
    }
    for (const [path, shown] of byPath) {
      const before = this.#published.get(path);
      const isSame = before !== undefined && areAlike(before, shown);
      this.#published.set(path, shown);
      if (isSame) continue;
      this.#send(path, shown.map(this.#toDiagnostic));
    }
  }
}

/** Errors of an unchanged file are the very same values from check to check. */
function areAlike(left: readonly ShownError[], right: readonly ShownError[]): boolean {
  if (left === right) return true;
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
