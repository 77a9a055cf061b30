import type { BranchState } from '../project/branch/branch-state.js';
import type { ProjectState } from '../project/project-state.js';
import { DiagnosticPublisher } from './diagnostic-publisher.js';
import { type ShownSettings, toDiagnostic } from './diagnostics.js';
import type { HostPorts } from './host-ports.js';
import { type ProjectIdentity, toProblems, toSnapshot } from './snapshot.js';
import { toUri } from './uris.js';

type PicturePorts = Pick<
  HostPorts,
  'sendDiagnostics' | 'sendSnapshot' | 'sendActivity' | 'language'
>;

/** What a snapshot was made of. */
interface Sent {
  readonly state: ProjectState;
  readonly branch: BranchState;
}

/** What the editor is shown of a project: its errors in the files, and what the extension draws. */
export class ProjectPicture {
  readonly #ports: PicturePorts;
  readonly #publisher: DiagnosticPublisher;
  #sent: Sent | undefined;

  /** @param root Gives the project's root as it is now; absolute. */
  constructor(root: () => string, ports: PicturePorts) {
    this.#ports = ports;
    this.#publisher = new DiagnosticPublisher(
      (path, diagnostics) => ports.sendDiagnostics(toUri(root(), path), diagnostics),
      (shown) => toDiagnostic(root(), shown),
    );
  }

  /** Publishes the errors of the files. */
  publish(state: ProjectState, settings: ShownSettings): void {
    this.#publisher.show(state, settings);
  }

  /**
   * Sends what the extension draws. While mypy runs only its progress changes, several times a second,
   * and a whole snapshot of a large project has a megabyte.
   */
  send(identity: ProjectIdentity, state: ProjectState, branch: BranchState): void {
    const { language } = this.#ports;
    const sent = this.#sent;
    this.#sent = { state, branch };
    if (sent?.branch === branch && differsInActivityOnly(sent.state, state)) {
      const { activity } = state;
      const problems = toProblems(state, language);
      this.#ports.sendActivity({ project: identity.id, activity, problems });
    } else this.#ports.sendSnapshot(toSnapshot(identity, state, branch, language));
  }

  /** Takes the errors out of the files. */
  clear(): void {
    this.#publisher.clear();
  }

  /** Another project follows, of which the editor knows nothing: it is sent as a whole first. */
  renew(): void {
    this.#sent = undefined;
  }
}

function differsInActivityOnly(before: ProjectState, now: ProjectState): boolean {
  if (before.activity === now.activity) return false;
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(now));
  return Object.entries({ ...before, activity: now.activity }).every(
    ([name, value]) => values.get(name) === value,
  );
}
