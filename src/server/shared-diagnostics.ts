import type { Diagnostic } from 'vscode-languageserver';

/** Sends what an editor is to show of a file. */
type SendDiagnostics = (uri: string, diagnostics: readonly Diagnostic[]) => void;

/**
 * A file can belong to several projects, one inside the other, and an editor takes one list a file.
 * What several say of a place is told once, as the innermost says it.
 */
export class SharedDiagnostics {
  /** By URI, then by project. */
  readonly #lists = new Map<string, Map<string, readonly Diagnostic[]>>();
  readonly #send: SendDiagnostics;
  readonly #depthOf: (project: string) => number;

  /** @param depthOf Greater for a project inside of another. */
  constructor(send: SendDiagnostics, depthOf: (project: string) => number) {
    this.#send = send;
    this.#depthOf = depthOf;
  }

  /** Takes what a project has to say of a file now. */
  publish(project: string, uri: string, diagnostics: readonly Diagnostic[]): void {
    const lists = this.#lists.get(uri) ?? new Map<string, readonly Diagnostic[]>();
    if (diagnostics.length > 0) lists.set(project, diagnostics);
    else lists.delete(project);
    if (lists.size > 0) this.#lists.set(uri, lists);
    else this.#lists.delete(uri);
    this.#send(uri, this.#merge(lists));
  }

  #merge(lists: ReadonlyMap<string, readonly Diagnostic[]>): readonly Diagnostic[] {
    const [only, second] = lists.values();
    if (second === undefined) return only ?? [];
    const told = new Map<string, Diagnostic>();
    const innermostFirst = [...lists].sort(([a], [b]) => this.#depthOf(b) - this.#depthOf(a));
    for (const [, diagnostics] of innermostFirst) {
      // Within one project the same place may well have the same message twice.
      const before = new Set(told.keys());
      for (const [index, diagnostic] of diagnostics.entries()) {
        const key = keyOf(diagnostic);
        if (!before.has(key)) told.set(told.has(key) ? `${key}${index}` : key, diagnostic);
      }
    }
    return [...told.values()];
  }
}

function keyOf({ range, code, message }: Diagnostic): string {
  return JSON.stringify([range, code, message]);
}
