import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  type FileChangeType,
  HoverRequest,
  LogMessageNotification,
  MarkupContent,
  NotificationType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  RequestType,
  ShowMessageNotification,
  ShowMessageRequest,
  ShutdownRequest,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import type { CheckAuthority } from '../../../src/core/check/check-run.js';
import type { ChosenPython } from '../../../src/core/problem/problem.js';
import {
  BranchChanged,
  type BranchSnapshot,
  type ShownBranch,
} from '../../../src/protocol/branch-messages.js';
import {
  ActivityChanged,
  InterpreterRequest,
  ProjectChanged,
  type ProjectId,
  ProjectRemoved,
  type ProjectSnapshot,
  type RequestDescriptor,
  type ShownActivity,
} from '../../../src/protocol/messages.js';
import type { TemporaryFolder } from '../files/temporary-folder.js';
import { interpreterOf } from '../mypy/interpreters.js';
import { HeardMessages } from './heard-messages.js';
import { type ClientOptions, initialise, spawnServer } from './spawn-server.js';

/** An editor without a window: speaks real LSP over stdio with the bundled server. */
export class LanguageClient {
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly log: string[] = [];
  /** What the server said of work that takes long: titles and counts. */
  readonly progress: string[] = [];
  /** What would have come up over the person's work. */
  readonly toasts: string[] = [];
  /** The last one, of whichever project. */
  snapshot: ProjectSnapshot | undefined;
  /** Of every project that is open, by its name. */
  readonly projects = new Map<string, ProjectSnapshot>();
  branch: ShownBranch | undefined;
  settings: Readonly<Record<string, unknown>>;
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #messages = new HeardMessages(() => this.log.slice(-20).join('\n'));

  private constructor(options: ClientOptions, child: ChildProcess, connection: ProtocolConnection) {
    this.#folder = options.folder;
    this.#process = child;
    this.#connection = connection;
    this.settings = options.settings ?? {};
    this.#listen(options.chosenPythons ?? []);
  }

  static async start(options: ClientOptions): Promise<LanguageClient> {
    const { child, connection } = spawnServer(options);
    const client = new LanguageClient(options, child, connection);
    connection.listen();
    await initialise(connection, options);
    return client;
  }

  /** As {@link start}, with a Python of the tests; resolves when there is something to see. */
  static async open(
    folder: TemporaryFolder,
    storage: TemporaryFolder,
    options: Pick<ClientOptions, 'language'> = {},
  ): Promise<LanguageClient> {
    const client = await LanguageClient.start({
      ...options,
      folder: folder.path,
      storageFolder: storage.path,
      settings: { interpreter: interpreterOf('newest') },
    });
    await client.until('the first result', () => client.snapshot?.result);
    return client;
  }

  /** The id of the project that the folder is. */
  get project(): string {
    return pathToFileURL(this.#folder).href;
  }

  /** Ends the server's process as the system does when memory is short. */
  async kill(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await exited;
    this.#connection.dispose();
  }

  /** The server's process id, for tests that look at what it leaves behind. */
  get serverPid(): number | undefined {
    return this.#process.pid;
  }

  uriOf(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href;
  }

  /** Diagnostics of a file, by its path relative to the folder. */
  of(path: string): readonly Diagnostic[] {
    return this.diagnostics.get(decodeURIComponent(this.uriOf(path))) ?? [];
  }

  didSave(path: string): Promise<void> {
    return this.#connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(path) },
    });
  }

  request<Params, Result>(
    { method }: RequestDescriptor<Params, Result>,
    params: Params,
  ): Promise<Result> {
    return this.#connection.sendRequest<Result>(method, params);
  }

  async codeActions(path: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const actions = await this.#connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uriOf(path) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    return (actions ?? []).filter((action): action is CodeAction => 'kind' in action);
  }

  /** What the server says of a place, as Markdown; undefined where it is silent. */
  async hover(path: string, { start }: Range): Promise<string | undefined> {
    const hover = await this.#connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: this.uriOf(path) },
      position: start,
    });
    const contents = hover?.contents;
    return contents !== undefined && MarkupContent.is(contents) ? contents.value : undefined;
  }

  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.settings = settings;
    await this.#connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
  }

  /** Waits until a condition holds after some message of the server. */
  until<Value>(
    describe: string,
    condition: () => Value | undefined | null | false,
  ): Promise<Value> {
    return this.#messages.until(describe, condition);
  }

  /** Waits for a result of plain mypy from a check that ended after this call. */
  untilChecked(action: () => Promise<unknown>): Promise<ProjectSnapshot> {
    return this.#untilResult(action, 'plain');
  }

  /** As {@link untilChecked}, for what mypy's daemon says. */
  untilPreviewed(action: () => Promise<unknown>): Promise<ProjectSnapshot> {
    return this.#untilResult(action, 'preview');
  }

  async #untilResult(
    action: () => Promise<unknown>,
    authority: CheckAuthority,
  ): Promise<ProjectSnapshot> {
    const before = this.snapshot?.result?.checkedAt;
    await action();
    return this.until(`a newer ${authority} result`, () => {
      const { snapshot } = this;
      if (snapshot?.activity.kind !== 'idle' || snapshot.result?.authority !== authority) {
        return false;
      }
      return snapshot.result.checkedAt !== before && snapshot;
    });
  }

  didOpen(path: string, text = ''): Promise<void> {
    return this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(path), languageId: 'python', version: 1, text },
    });
  }

  /** Tells of a file that the editor saw appear, change or go. */
  didChangeFile(path: string, type: FileChangeType): Promise<void> {
    return this.#connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uriOf(path), type }],
    });
  }

  didClose(path: string): Promise<void> {
    return this.#connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(path) },
    });
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    const exited = once(this.#process, 'exit');
    await this.#connection.sendNotification(ExitNotification.type);
    await exited;
    this.#connection.dispose();
  }

  #listen(chosenPythons: readonly ChosenPython[]): void {
    const connection = this.#connection;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(
      new RequestType<{ folderUri: string }, readonly ChosenPython[], void>(
        InterpreterRequest.method,
      ),
      () => chosenPythons,
    );
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.diagnostics.set(decodeURIComponent(uri), diagnostics);
      this.#messages.hear();
    });
    connection.onNotification(
      new NotificationType<ProjectSnapshot>(ProjectChanged.method),
      (snapshot) => {
        this.snapshot = snapshot;
        this.projects.set(snapshot.name, snapshot);
        this.#messages.hear();
      },
    );
    connection.onNotification(
      new NotificationType<ShownActivity>(ActivityChanged.method),
      ({ project, activity, problems }) => {
        const known = [...this.projects.values()].find((one) => one.project === project);
        if (known === undefined) throw new Error(`nothing was said of ${project} before`);
        this.snapshot = { ...known, activity, problems };
        this.projects.set(known.name, this.snapshot);
        this.#messages.hear();
      },
    );
    connection.onNotification(
      new NotificationType<{ project: ProjectId }>(ProjectRemoved.method),
      ({ project }) => {
        for (const [name, snapshot] of this.projects) {
          if (snapshot.project === project) this.projects.delete(name);
        }
        this.#messages.hear();
      },
    );
    connection.onNotification(
      new NotificationType<BranchSnapshot>(BranchChanged.method),
      ({ branch }) => {
        this.branch = branch;
        this.#messages.hear();
      },
    );
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
      this.#messages.hear();
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.toasts.push(message);
    });
    connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      connection.onProgress(WorkDoneProgress.type, token, (value) => {
        const words = value.kind === 'begin' ? value.title : value.message;
        this.progress.push(words ?? value.kind);
        this.#messages.hear();
      });
    });
    connection.onRequest(ShowMessageRequest.type, ({ message }) => {
      this.toasts.push(message);
      return null;
    });
  }
}
