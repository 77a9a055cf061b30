import type { ProjectId, ProjectSnapshot } from '../protocol/messages.js';

/** Ends what was begun; `vscode.Disposable` is one. */
export interface Subscription {
  dispose(): void;
}

/** The last snapshot of every project. Views, status and commands read it and nothing else. */
export class SnapshotStore {
  readonly #snapshots = new Map<ProjectId, ProjectSnapshot>();
  readonly #listeners = new Set<() => void>();

  /** In the order of their names. */
  get all(): readonly ProjectSnapshot[] {
    return [...this.#snapshots.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  find(project: ProjectId): ProjectSnapshot | undefined {
    return this.#snapshots.get(project);
  }

  put(snapshot: ProjectSnapshot): void {
    this.#snapshots.set(snapshot.project, snapshot);
    this.#emit();
  }

  remove(project: ProjectId): void {
    if (this.#snapshots.delete(project)) this.#emit();
  }

  /** The server is gone or starts anew: what it said is of no use. */
  clear(): void {
    this.#snapshots.clear();
    this.#emit();
  }

  onDidChange(listener: () => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }
}
