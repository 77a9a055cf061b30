import {
  type CodeAction,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type DidOpenTextDocumentParams,
  type DidSaveTextDocumentParams,
  FileChangeType,
  type FileEvent,
  type Hover,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { ENGLISH, type Language } from '../core/language/language.js';
import { storedResults } from '../project/last-result/open-result-memory.js';
import type { ProjectSurroundings } from '../project/open-project.js';
import type { Log } from '../project/ports.js';
import { BranchChanged } from '../protocol/branch-messages.js';
import { FactsRequest } from '../protocol/debug-messages.js';
import * as messages from '../protocol/messages.js';
import type { FolderSettings } from '../protocol/settings.js';
import { listenToBranchRequests } from './branch-requests.js';
import { onRequest, sendNotification, sendRequest } from './endpoints.js';
import { listenToFixRequests } from './fixes/fix-requests.js';
import { listCodeActions } from './fixes/list-code-actions.js';
import { OpenDocuments } from './fixes/open-documents.js';
import type { HostedFolder } from './host-ports.js';
import { changeFolders, PROJECT_FILES, toFolders } from './hosted-folders.js';
import { toHover } from './hover.js';
import { readInitializationOptions } from './initialization-options.js';
import { ProjectHost } from './project-host.js';
import { listenToProjectRequests } from './project-requests.js';
import { Projects } from './projects.js';
import { listenToReportRequests } from './report-requests.js';
import { readSettings } from './settings.js';
import { SharedDiagnostics } from './shared-diagnostics.js';
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

/** Ours, and those of the other mypy extensions, from which some settings are inherited. */
const SETTINGS_SECTIONS = ['mypyRatchet', 'mypy-type-checker', 'mypy'] as const;

/** The language server: one {@link ProjectHost} a project. Knows nothing of VS Code. */
export class Server {
  readonly #connection: Connection;
  readonly #surroundings: ServerSurroundings;
  readonly #projects: Projects;
  readonly #diagnostics: SharedDiagnostics;
  readonly #documents = new OpenDocuments();
  #folders: readonly HostedFolder[] = [];
  #storageFolder: string;
  /** Of the person, as soon as the editor has said it. */
  #language: Language = ENGLISH;
  /** Whether the editor tells of files that change. */
  #watchesFiles = false;

  constructor(connection: Connection, surroundings: ServerSurroundings) {
    this.#connection = connection;
    this.#surroundings = surroundings;
    this.#storageFolder = surroundings.defaultStorageFolder;
    this.#projects = new Projects({
      settingsOf: (uri) => readSettings(connection, uri),
      createHost: (folder, settings) => this.#createHost(folder, settings),
      sendRemoved: (project) => {
        this.#guard(sendNotification(connection, messages.ProjectRemoved, { project }));
      },
      log: this.#log,
    });
    this.#diagnostics = new SharedDiagnostics(
      (uri, diagnostics) => {
        this.#guard(connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }));
      },
      (project) => this.#projects.find(project)?.root.length ?? 0,
    );
  }

  /** Registers every handler and starts to listen. */
  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#start());
    connection.onShutdown(() => this.#projects.dispose());
    connection.onDidChangeWatchedFiles((params) => this.#didChangeFiles(params));
    connection.onDidOpenTextDocument((params) => this.#didOpen(params));
    this.#documents.listen(connection);
    connection.onDidSaveTextDocument((params) => this.#didSave(params));
    connection.onDidChangeConfiguration(() => this.#readSettings());
    connection.onCodeAction((params) => this.#codeActions(params));
    connection.onHover((params) => this.#hover(params));
    listenToProjectRequests(connection, this.#projects);
    onRequest(connection, FactsRequest, async () => ({
      node: process.version,
      memoryBytes: process.memoryUsage.rss(),
      storageFolder: this.#storageFolder,
      projects: this.#projects.all.flatMap((host) => host.describe() ?? []),
    }));
    listenToBranchRequests(connection, (id) => this.#projects.get(id));
    listenToFixRequests(connection, (id) => this.#projects.get(id));
    listenToReportRequests(connection, this.#surroundings.version, (id) => this.#projects.get(id));
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    const { storageFolder, language } = readInitializationOptions(params.initializationOptions);
    if (storageFolder !== undefined) this.#storageFolder = storageFolder;
    this.#language = language;
    this.#folders = toFolders(params.workspaceFolders ?? []);
    const watching = params.capabilities.workspace?.didChangeWatchedFiles;
    this.#watchesFiles = watching?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'mypy-ratchet' },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
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
      section: [...SETTINGS_SECTIONS],
    });
    this.#connection.workspace.onDidChangeWorkspaceFolders((changes) =>
      this.#projects.open(changeFolders(this.#projects.folders, changes)),
    );
    if (this.#watchesFiles) {
      await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: PROJECT_FILES }],
      });
    }
    await this.#projects.open(this.#folders);
  }

  /** A project begins or ends with its configuration or its baseline. */
  async #didChangeFiles({ changes }: DidChangeWatchedFilesParams): Promise<void> {
    const isOwn = ({ uri, type }: FileEvent) => {
      const file = toPath(uri);
      // Written after each fix; nothing but its end concerns anybody else.
      return (
        type !== FileChangeType.Deleted &&
        file !== undefined &&
        this.#projects.all.some(({ location }) => location?.baselinePath === file)
      );
    };
    if (!changes.every(isOwn)) await this.#projects.search();
  }

  #createHost(folder: HostedFolder, settings: FolderSettings): ProjectHost {
    return new ProjectHost(folder, settings, this.#projectSurroundings(folder), {
      sendDiagnostics: (uri, diagnostics) =>
        this.#diagnostics.publish(folder.uri, uri, diagnostics),
      sendSnapshot: (snapshot) => {
        this.#guard(sendNotification(this.#connection, messages.ProjectChanged, snapshot));
      },
      sendActivity: (activity) => {
        this.#guard(sendNotification(this.#connection, messages.ActivityChanged, activity));
      },
      sendBranch: (branch) => {
        const changed = { project: folder.uri, branch };
        this.#guard(sendNotification(this.#connection, BranchChanged, changed));
      },
      sendRemoved: () => {
        const removed = { project: folder.uri };
        this.#guard(sendNotification(this.#connection, messages.ProjectRemoved, removed));
      },
      language: this.#language,
      log: this.#log,
    });
  }

  async #didOpen(params: DidOpenTextDocumentParams): Promise<void> {
    this.#documents.open(params);
    const { file, hosts } = this.#holding(params.textDocument.uri);
    await Promise.all(hosts.map((host) => host.didOpen(file)));
  }

  async #didSave({ textDocument }: DidSaveTextDocumentParams): Promise<void> {
    const { file, hosts } = this.#holding(textDocument.uri);
    await Promise.all(hosts.map((host) => host.didSave(file)));
  }

  async #readSettings(): Promise<void> {
    const follow = async (host: ProjectHost) => {
      await host.changeSettings(await readSettings(this.#connection, host.id));
      // The other mypy extensions' settings may name another Python.
      await host.followPythons();
    };
    await this.#projects.search();
    await Promise.all(this.#projects.all.map(follow));
  }

  async #codeActions({ textDocument: { uri }, context }: CodeActionParams): Promise<CodeAction[]> {
    const { file, hosts } = this.#holding(uri);
    const actions = hosts.map(async (host) => {
      const path = host.pathOf(file);
      if (host.state === undefined || path === undefined) return [];
      const document = { uri, path, text: this.#documents.textOf(uri) };
      return listCodeActions(host, document, context.diagnostics);
    });
    return (await Promise.all(actions)).flat();
  }

  async #hover({ textDocument, position }: HoverParams): Promise<Hover | null> {
    const { file, hosts } = this.#holding(textDocument.uri);
    for (const host of hosts) {
      const { state, branch } = host;
      const path = host.pathOf(file);
      if (state === undefined || path === undefined) continue;
      const said = await toHover(
        state,
        path,
        position,
        async (wanted) => (await branch?.findOrigins(wanted)) ?? null,
        this.#language,
      );
      if (said !== null) return said;
    }
    return null;
  }

  /** The projects of a document, the innermost first, and its path. */
  #holding(uri: string): { readonly file: string; readonly hosts: readonly ProjectHost[] } {
    const file = toPath(uri);
    return file === undefined
      ? { file: '', hosts: [] }
      : { file, hosts: this.#projects.holding(file) };
  }

  #projectSurroundings(folder: HostedFolder): ProjectSurroundings {
    return {
      storageFolder: this.#storageFolder,
      workerScript: this.#surroundings.workerScript,
      env: this.#surroundings.env,
      retries: true,
      sharesAnswers: true,
      log: this.#log,
      openResults: storedResults({
        storageFolder: this.#storageFolder,
        version: this.#surroundings.version,
        log: this.#log,
      }),
      chosenPythons: () =>
        sendRequest(this.#connection, messages.InterpreterRequest, { folderUri: folder.uri }),
    };
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
