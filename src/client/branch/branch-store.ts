import type { BranchSnapshot, ShownBranch } from '../../protocol/branch-messages.js';
import type { ProjectId } from '../../protocol/messages.js';
import type { SnapshotStore, Subscription } from '../store.js';

const OFF: ShownBranch = { kind: 'off' };

/** What each project's branch was last compared with, and what came of it. */
export class BranchStore {
  readonly #branches = new Map<ProjectId, ShownBranch>();
  readonly #listeners = new Set<() => void>();
  readonly #snapshots: SnapshotStore;

  /** @param snapshots Says which projects there are. */
  constructor(snapshots: SnapshotStore) {
    this.#snapshots = snapshots;
    snapshots.onDidChange(() => this.#forgetClosed());
  }

  find(project: ProjectId): ShownBranch {
    return this.#branches.get(project) ?? OFF;
  }

  put({ project, branch }: BranchSnapshot): void {
    if (branch.kind === 'off') this.#branches.delete(project);
    else this.#branches.set(project, branch);
    this.#emit();
  }

  onDidChange(listener: () => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** A comparison comes before its project's first snapshot, but only while the server runs. */
  #forgetClosed(): void {
    if (this.#snapshots.server === 'running' || this.#branches.size === 0) return;
    this.#branches.clear();
    this.#emit();
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }
}
