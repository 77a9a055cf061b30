import { CompareWithRequest } from '../../protocol/branch-messages.js';
import type { CommandOutcome, ProjectId } from '../../protocol/messages.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore, Subscription } from '../store.js';
import type { ComparedRevisions } from './compared-revisions.js';

/** Has projects compared, and has a new server compare what the last one did. */
export class Comparisons {
  readonly #snapshots: SnapshotStore;
  readonly #revisions: ComparedRevisions;
  readonly #sendRequest: SendRequest;
  readonly #onError: (error: unknown) => void;
  readonly #subscription: Subscription;
  /** Projects of which the running server was told. */
  readonly #told = new Set<ProjectId>();

  constructor(
    snapshots: SnapshotStore,
    revisions: ComparedRevisions,
    sendRequest: SendRequest,
    onError: (error: unknown) => void,
  ) {
    this.#snapshots = snapshots;
    this.#revisions = revisions;
    this.#sendRequest = sendRequest;
    this.#onError = onError;
    this.#subscription = snapshots.onDidChange(() => this.#tellAll());
  }

  /**
   * Compares a project with a revision: empty for the usual base, null for none. What cannot be
   * compared with leaves the comparison as it was.
   */
  async compare(project: ProjectId, revision: string | null): Promise<CommandOutcome> {
    this.#told.add(project);
    const outcome = await this.#sendRequest(CompareWithRequest, { project, revision });
    if (outcome.done) {
      await this.#revisions.keep(project, revision);
      return outcome;
    }
    const before = this.#revisions.find(project);
    await this.#sendRequest(CompareWithRequest, { project, revision: before });
    return outcome;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #tellAll(): void {
    if (this.#snapshots.server !== 'running') this.#told.clear();
    for (const { project } of this.#snapshots.all) {
      if (this.#told.has(project)) continue;
      this.#told.add(project);
      const revision = this.#revisions.find(project);
      if (revision === null) continue;
      this.#sendRequest(CompareWithRequest, { project, revision }).catch(this.#onError);
    }
  }
}
