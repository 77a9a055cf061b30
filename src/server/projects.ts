import { availableParallelism } from 'node:os';
import { URI } from 'vscode-uri';
import { isProjectItself } from '../project/discovery/find-projects.js';
import type { Log } from '../project/ports.js';
import {
  type FindRepository,
  locateProject,
  rememberRepositories,
} from '../project/project-location.js';
import type { FolderSettings } from '../protocol/settings.js';
import { pathBelow } from '../workspace/path-below.js';
import type { HostedFolder } from './host-ports.js';
import { listWantedFolders } from './hosted-folders.js';
import type { ProjectHost } from './project-host.js';

/** What the projects reach. */
export interface ProjectsPorts {
  readonly settingsOf: (uri: string) => Promise<FolderSettings>;
  readonly createHost: (folder: HostedFolder, settings: FolderSettings) => ProjectHost;
  /** A project is no longer one. */
  readonly sendRemoved: (id: string) => void;
  readonly log: Log;
}

/** The projects of the folders that the editor has open: one {@link ProjectHost} each. */
export class Projects {
  readonly #hosts = new Map<string, ProjectHost>();
  readonly #ports: ProjectsPorts;
  #folders: readonly HostedFolder[] = [];
  /** Searches take turns; one that waits will see all that happens until then. */
  #search: Promise<void> = Promise.resolve();
  #isSearchWaiting = false;

  constructor(ports: ProjectsPorts) {
    this.#ports = ports;
  }

  get all(): readonly ProjectHost[] {
    return [...this.#hosts.values()];
  }

  find(id: string): ProjectHost | undefined {
    return this.#hosts.get(id);
  }

  get(id: string): ProjectHost {
    const host = this.#hosts.get(id);
    if (host === undefined) throw new Error(`no project is open in ${id}`);
    return host;
  }

  /** The projects that hold a file (absolute path), the innermost first. */
  holding(file: string): readonly ProjectHost[] {
    return this.all
      .filter((host) => host.pathOf(file) !== undefined)
      .sort((a, b) => b.root.length - a.root.length);
  }

  /** The projects in a folder (URI), and those whose folder it is in; all of them for null. */
  near(folderUri: string | null): readonly ProjectHost[] {
    if (folderUri === null) return this.all;
    const folder = URI.parse(folderUri).fsPath;
    return this.all.filter(
      ({ folder: { path } }) =>
        pathBelow(folder, path) !== undefined || pathBelow(path, folder) !== undefined,
    );
  }

  /** Takes the folders that the editor has open, and looks for their projects. */
  open(folders: readonly HostedFolder[]): Promise<void> {
    this.#folders = folders;
    return this.search();
  }

  get folders(): readonly HostedFolder[] {
    return this.#folders;
  }

  /** Looks for projects again. Resolves when they are known, and before they are checked. */
  search(): Promise<void> {
    if (this.#isSearchWaiting) return this.#search;
    this.#isSearchWaiting = true;
    this.#search = this.#search
      .then(() => {
        this.#isSearchWaiting = false;
        return this.#follow();
      })
      .catch((error: unknown) => this.#ports.log.error(String(error)));
    return this.#search;
  }

  async dispose(): Promise<void> {
    this.#folders = [];
    await this.#search;
    const hosts = this.all;
    this.#hosts.clear();
    await Promise.all(hosts.map((host) => host.dispose()));
  }

  async #follow(): Promise<void> {
    const [only, second] = this.#folders;
    const findRepository = rememberRepositories();
    // The usual case does not wait until a large tree has been looked through.
    if (only !== undefined && second === undefined && (await this.#isSingle(only))) {
      await this.#add([only], findRepository);
    }
    const wanted = await this.#unify(
      await listWantedFolders(this.#folders, {
        settingsOf: this.#ports.settingsOf,
        warn: (message) => this.#ports.log.warn(message),
      }),
      findRepository,
    );
    const ids = new Set(wanted.map(({ uri }) => uri));
    const gone = this.all.filter(({ id }) => !ids.has(id));
    await Promise.all(gone.map((host) => this.#remove(host)));
    const added = wanted.filter(({ uri }) => !this.#hosts.has(uri));
    await this.#add(added, findRepository);
  }

  async #isSingle({ uri, path }: HostedFolder): Promise<boolean> {
    if (this.#hosts.has(uri)) return false;
    const { projects, enable } = await this.#ports.settingsOf(uri);
    return enable && projects.length === 0 && (await isProjectItself(path));
  }

  /** Two folders below one configuration are one project. */
  async #unify(
    folders: readonly HostedFolder[],
    findRepository: FindRepository,
  ): Promise<readonly HostedFolder[]> {
    if (folders.length < 2) return folders;
    const located = await Promise.all(
      folders.map(async (folder) => {
        const { root, baselinePath } = await locateProject(
          folder.path,
          await this.#ports.settingsOf(folder.uri),
          findRepository,
        );
        return { folder, key: JSON.stringify([root, baselinePath]) };
      }),
    );
    const kept = new Map<string, HostedFolder>();
    for (const { folder, key } of located) {
      const twin = kept.get(key);
      if (twin === undefined) kept.set(key, folder);
      else this.#ports.log.info(`${folder.path} is of the same project as ${twin.path}.`);
    }
    return [...kept.values()];
  }

  async #add(folders: readonly HostedFolder[], findRepository: FindRepository): Promise<void> {
    const { settingsOf, createHost, log } = this.#ports;
    const added: ProjectHost[] = [];
    for (const folder of folders) {
      const host = createHost(folder, await settingsOf(folder.uri));
      this.#hosts.set(folder.uri, host);
      added.push(host);
      log.info(`project: ${folder.path}`);
    }
    const waiting = added.values();
    const openInTurn = async () => {
      for (const host of waiting) {
        // Closed again while it waited.
        if (this.#hosts.get(host.id) !== host) continue;
        await host.open('open', findRepository).catch((error: unknown) => log.error(String(error)));
      }
    };
    // Each starts a mypy, which takes a processor for itself.
    for (let turn = 0; turn < Math.ceil(availableParallelism() / 2); turn++) void openInTurn();
  }

  async #remove(host: ProjectHost): Promise<void> {
    this.#hosts.delete(host.id);
    await host.dispose();
    this.#ports.sendRemoved(host.id);
  }
}
