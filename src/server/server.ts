import {
  type CodeAction,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  type DidOpenTextDocumentParams,
  type DidSaveTextDocumentParams,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { isRecord } from '../core/json/is-record.js';
import { storedResults } from '../project/last-result/open-result-memory.js';
import type { ProjectSurroundings } from '../project/open-project.js';
import type { Log } from '../project/ports.js';
import { BranchChanged } from '../protocol/branch-messages.js';
import * as messages from '../protocol/messages.js';
import { askProjects } from './ask-projects.js';
import { listenToBranchRequests } from './branch-requests.js';
import { toCodeActions } from './code-actions.js';
import { onNotification, onRequest, sendNotification, sendRequest } from './endpoints.js';
import { toHover } from './hover.js';
import { type HostedFolder, ProjectHost } from './project-host.js';
import { listenToReportRequests } from './report-requests.js';
import { parseSettings } from './settings.js';
import { listErrors } from './snapshot.js';
import { toPath } from './uris.js';

/** What the process that runs the server provides. */
export interface ServerSurroundings {
  /** Absolute path of `worker.py`. */
  readonly workerScript: string;
  /** Where mypy's caches go when the client does not say. */
  readonly defaultStorageFolder: string;
  /** Of the product. */
  readonly version: string;
  /** Of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The language server: one {@link ProjectHost} a workspace folder. Knows nothing of VS Code. */
export class Server {
  readonly #connection: Connection;
  readonly #surroundings: ServerSurroundings;
  readonly #hosts = new Map<string, ProjectHost>();
  #folders: readonly HostedFolder[] = [];
  #storageFolder: string;

  constructor(connection: Connection, surroundings: ServerSurroundings) {
    this.#connection = connection;
    this.#surroundings = surroundings;
    this.#storageFolder = surroundings.defaultStorageFolder;
  }

  /** Registers every handler and starts to listen. */
  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#start());
    connection.onShutdown(() => this.#stop());
    connection.onDidOpenTextDocument((params) => this.#didOpen(params));
    connection.onDidSaveTextDocument((params) => this.#didSave(params));
    connection.onDidChangeConfiguration(() => this.#readSettings());
    connection.onCodeAction((params) => this.#codeActions(params));
    connection.onHover((params) => this.#hover(params));
    this.#listenToCommands();
    listenToBranchRequests(connection, (id) => this.#host(id));
    listenToReportRequests(connection, this.#surroundings.version, (id) => this.#host(id));
    connection.listen();
  }

  #listenToCommands(): void {
    const connection = this.#connection;
    onRequest(connection, messages.CheckRequest, async ({ project }) => {
      await this.#eachHost(project, (host) => host.check());
      return null;
    });
    onRequest(connection, messages.RestartRequest, async ({ project }) => {
      await this.#eachHost(project, (host) => host.restart('command'));
      return null;
    });
    onRequest(connection, messages.CreateBaselineRequest, ({ project }) =>
      this.#host(project).command((target) => target.createBaseline()),
    );
    onRequest(connection, messages.UpdateBaselineRequest, ({ project, reason }) =>
      this.#host(project).command((target) =>
        // Whoever updates in the editor was shown which environment wrote the baseline.
        target.updateBaseline(() => toAcceptance(reason) ?? {}, { anyEnvironment: true }),
      ),
    );
    onRequest(connection, messages.ShrinkBaselineRequest, ({ project }) =>
      this.#host(project).command((target) => target.shrinkBaseline()),
    );
    onRequest(connection, messages.AcceptErrorsRequest, ({ project, ids, reason }) =>
      this.#host(project).command((target) => target.acceptErrors(ids, toAcceptance(reason))),
    );
    onRequest(connection, messages.RepairBaselineRequest, ({ project }) =>
      this.#host(project).command((target) => target.repairBaseline()),
    );
    onRequest(connection, messages.ErrorsRequest, async (params) => {
      const host = this.#host(params.project);
      return host.state === undefined ? [] : listErrors(host.root, host.state, params);
    });
    onRequest(connection, messages.AgentRequest, ({ tool, input }) =>
      askProjects([...this.#hosts.values()], tool, input),
    );
    onNotification(connection, messages.InterpreterChanged, async ({ folderUri }) => {
      // A folder that is not open yet will ask for its interpreter by itself.
      if (folderUri !== null && !this.#hosts.has(folderUri)) return;
      await this.#eachHost(folderUri ?? undefined, (host) => host.restart('configuration'));
    });
  }

  #initialize(params: InitializeParams): InitializeResult {
    const options: unknown = params.initializationOptions;
    const storage = isRecord(options) ? options['storageFolder'] : undefined;
    if (typeof storage === 'string' && storage !== '') this.#storageFolder = storage;
    this.#folders = toFolders(params.workspaceFolders ?? []);
    return {
      serverInfo: { name: 'mypy-ratchet' },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.None,
          save: { includeText: false },
        },
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  async #start(): Promise<void> {
    await this.#connection.client.register(DidChangeConfigurationNotification.type, {
      section: 'mypyRatchet',
    });
    this.#connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      await Promise.all(removed.map(({ uri }) => this.#remove(uri)));
      await Promise.all(toFolders(added).map((folder) => this.#add(folder)));
    });
    await Promise.all(this.#folders.map((folder) => this.#add(folder)));
  }

  async #add(folder: HostedFolder): Promise<void> {
    const settings = await this.#settingsOf(folder.uri);
    const host = new ProjectHost(folder, settings, this.#projectSurroundings(folder), {
      sendDiagnostics: (uri, diagnostics) => {
        this.#guard(this.#connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }));
      },
      sendSnapshot: (snapshot) => {
        this.#guard(sendNotification(this.#connection, messages.ProjectChanged, snapshot));
      },
      sendBranch: (branch) => {
        const changed = { project: folder.uri, branch };
        this.#guard(sendNotification(this.#connection, BranchChanged, changed));
      },
      sendRemoved: () => {
        const removed = { project: folder.uri };
        this.#guard(sendNotification(this.#connection, messages.ProjectRemoved, removed));
      },
      log: this.#log,
    });
    this.#hosts.set(folder.uri, host);
    await host.open('open');
  }

  async #remove(uri: string): Promise<void> {
    const host = this.#hosts.get(uri);
    this.#hosts.delete(uri);
    await host?.dispose();
    await sendNotification(this.#connection, messages.ProjectRemoved, { project: uri });
  }

  async #stop(): Promise<void> {
    const hosts = [...this.#hosts.values()];
    this.#hosts.clear();
    await Promise.all(hosts.map((host) => host.dispose()));
  }

  async #didOpen({ textDocument }: DidOpenTextDocumentParams): Promise<void> {
    const file = toPath(textDocument.uri);
    if (file !== undefined) await this.#hostOf(file)?.didOpen(file);
  }

  async #didSave({ textDocument }: DidSaveTextDocumentParams): Promise<void> {
    const file = toPath(textDocument.uri);
    const host = file === undefined ? undefined : this.#hostOf(file);
    if (file !== undefined) await host?.didSave(file);
  }

  async #readSettings(): Promise<void> {
    await this.#eachHost(undefined, async (host) =>
      host.changeSettings(await this.#settingsOf(host.id)),
    );
  }

  #codeActions({ textDocument, context }: CodeActionParams): CodeAction[] {
    const { path, host } = this.#find(textDocument.uri);
    if (host?.state === undefined || path === undefined) return [];
    return [...toCodeActions(host.id, path, host.state, context.diagnostics)];
  }

  async #hover({ textDocument, position }: HoverParams): Promise<Hover | null> {
    const { path, host } = this.#find(textDocument.uri);
    if (host?.state === undefined || path === undefined) return null;
    const { state, branch } = host;
    return toHover(
      state,
      path,
      position,
      async (wanted) => (await branch?.findOrigins(wanted)) ?? null,
    );
  }

  /** The project of a document, and its path there. */
  #find(uri: string): { readonly host?: ProjectHost; readonly path?: string } {
    const file = toPath(uri);
    const host = file === undefined ? undefined : this.#hostOf(file);
    const path = file === undefined ? undefined : host?.pathOf(file);
    return host === undefined || path === undefined ? {} : { host, path };
  }

  async #settingsOf(uri: string) {
    return parseSettings(
      await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'mypyRatchet' }),
    );
  }

  #projectSurroundings(folder: HostedFolder): ProjectSurroundings {
    return {
      storageFolder: this.#storageFolder,
      workerScript: this.#surroundings.workerScript,
      env: this.#surroundings.env,
      retries: true,
      log: this.#log,
      openResults: storedResults({
        storageFolder: this.#storageFolder,
        version: this.#surroundings.version,
        log: this.#log,
      }),
      pythonExtension: () =>
        sendRequest(this.#connection, messages.InterpreterRequest, { folderUri: folder.uri }),
    };
  }

  /** The project of a file: the innermost of those that hold it. */
  #hostOf(file: string): ProjectHost | undefined {
    return [...this.#hosts.values()]
      .filter((host) => host.pathOf(file) !== undefined)
      .sort((a, b) => b.root.length - a.root.length)[0];
  }

  #host(id: string): ProjectHost {
    const host = this.#hosts.get(id);
    if (host === undefined) throw new Error(`no project is open in ${id}`);
    return host;
  }

  async #eachHost(
    id: string | undefined,
    action: (host: ProjectHost) => Promise<void>,
  ): Promise<void> {
    const hosts = id === undefined ? [...this.#hosts.values()] : [this.#host(id)];
    await Promise.all(hosts.map(action));
  }

  get #log(): Log {
    const { console } = this.#connection;
    return {
      info: (message) => console.info(message),
      warn: (message) => console.warn(message),
      error: (message) => console.error(message),
    };
  }

  /** What cannot be sent is told, where it still can be. */
  #guard(sent: Promise<void>): void {
    sent.catch((error: unknown) => this.#log.error(String(error)));
  }
}

function toAcceptance(reason: string | undefined) {
  return reason === undefined || reason === '' ? undefined : { reason };
}

function toFolders(
  folders: readonly { readonly uri: string; readonly name: string }[],
): readonly HostedFolder[] {
  return folders.flatMap(({ uri, name }) => {
    const path = toPath(uri);
    return path === undefined ? [] : [{ uri, name, path }];
  });
}
