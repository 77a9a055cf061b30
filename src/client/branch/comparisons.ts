import type { CommandOutcome, ProjectId } from '../../protocol/messages.js';
import type { SnapshotStore, Subscription } from '../store.js';
import type { ComparedRevisions } from './compared-revisions.js';

/** Asks the server; see `CompareWithRequest`. */
export type RequestComparison = (params: {
  readonly project: ProjectId;
  readonly revision: string | null;
}) => Promise<CommandOutcome>;

/** Has projects compared, and has a new server compare what the last one did. */
export class Comparisons {
  readonly #snapshots: SnapshotStore;
  readonly #revisions: ComparedRevisions;
  readonly #request: RequestComparison;
  readonly #onError: (error: unknown) => void;
  readonly #subscription: Subscription;
  /** Projects of which the running server was told. */
  readonly #told = new Set<ProjectId>();

  constructor(
    snapshots: SnapshotStore,
    revisions: ComparedRevisions,
    request: RequestComparison,
    onError: (error: unknown) => void,
  ) {
    this.#snapshots = snapshots;
    this.#revisions = revisions;
    this.#request = request;
    this.#onError = onError;
    this.#subscription = snapshots.onDidChange(() => this.#tellAll());
  }

  /**
   * Compares a project with a revision: empty for the usual base, null for none. What cannot be
   * compared with leaves the comparison as it was.
   */
  async compare(project: ProjectId, revision: string | null): Promise<CommandOutcome> {
    this.#told.add(project);
    const outcome = await this.#request({ project, revision });
    if (outcome.done) {
      await this.#revisions.keep(project, revision);
      return outcome;
    }
    const before = this.#revisions.find(project);
    await this.#request({ project, revision: before });
    return outcome;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #tellAll(): void {
    if (this.#snapshots.server !== 'running') this.#told.clear();
    for (const project of this.#told) {
      // Its folder was closed, and may be opened again.
      if (this.#snapshots.find(project) === undefined) this.#told.delete(project);
    }
    for (const { project } of this.#snapshots.all) {
      if (this.#told.has(project)) continue;
      this.#told.add(project);
      const revision = this.#revisions.find(project);
      if (revision === null) continue;
      this.#request({ project, revision }).catch(this.#onError);
    }
  }
}
