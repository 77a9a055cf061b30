import type { ProjectId, ProjectSnapshot, ShownActivity } from '../protocol/messages.js';

/** Ends what was begun; `vscode.Disposable` is one. */
export interface Subscription {
  dispose(): void;
}

/** Whether the language server is there to be asked. `off`: not wanted, or not allowed, here. */
export type ServerState = 'off' | 'starting' | 'running' | 'failed';

/**
 * The last snapshot of every project, and how the server is. Views, status and commands read it and
 * nothing else.
 */
export class SnapshotStore {
  #server: ServerState = 'off';
  readonly #snapshots = new Map<ProjectId, ProjectSnapshot>();
  readonly #listeners = new Set<() => void>();

  get server(): ServerState {
    return this.#server;
  }

  /** A server that is over takes what it said with it; one that is started again will say it again. */
  setServer(state: ServerState): void {
    if (state === this.#server) return;
    this.#server = state;
    if (state === 'off' || state === 'failed') this.#snapshots.clear();
    this.#emit();
  }

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

  /** Of a project that was removed meanwhile nothing is left to be shown. */
  putActivity({ project, activity, problems }: ShownActivity): void {
    const snapshot = this.#snapshots.get(project);
    if (snapshot !== undefined) this.put({ ...snapshot, activity, problems });
  }

  remove(project: ProjectId): void {
    if (this.#snapshots.delete(project)) this.#emit();
  }

  onDidChange(listener: () => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }
}
