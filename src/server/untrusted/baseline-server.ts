import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { ENGLISH, type Language } from '../../core/language/language.js';
import * as messages from '../../protocol/messages.js';
import { onRequest, sendNotification } from '../endpoints.js';
import type { HostedFolder } from '../host-ports.js';
import { changeFolders, listWantedFolders, PROJECT_FILES, toFolders } from '../hosted-folders.js';
import { readInitializationOptions } from '../initialization-options.js';
import { readSettings } from '../settings.js';
import { BaselineFolder } from './baseline-folder.js';

/**
 * The language server of a workspace that nobody trusts: sends what the baseline files say, and answers
 * nothing but what is below a row of the tree. It calls nothing that starts a program.
 */
export class BaselineServer {
  readonly #connection: Connection;
  #folders: readonly HostedFolder[] = [];
  /** Of the person, as soon as the editor has said it. */
  #language: Language = ENGLISH;
  /** By project. */
  #shown = new Map<string, BaselineFolder>();
  /** Readings take turns. */
  #reading: Promise<void> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#start());
    connection.onDidChangeConfiguration(() => this.#read());
    connection.onDidChangeWatchedFiles(() => this.#read());
    onRequest(
      connection,
      messages.ErrorsRequest,
      async (params) => (await this.#shown.get(params.project)?.listErrors(params)) ?? [],
    );
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#folders = toFolders(params.workspaceFolders ?? []);
    this.#language = readInitializationOptions(params.initializationOptions).language;
    return {
      serverInfo: { name: 'mypy-ratchet' },
      capabilities: {
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  async #start(): Promise<void> {
    const { client, workspace } = this.#connection;
    await client.register(DidChangeConfigurationNotification.type, { section: 'mypyRatchet' });
    await client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: PROJECT_FILES }],
    });
    workspace.onDidChangeWorkspaceFolders(async (changes) => {
      this.#folders = changeFolders(this.#folders, changes);
      await this.#read();
    });
    await this.#read();
  }

  #read(): Promise<void> {
    this.#reading = this.#reading
      .then(() => this.#readAnew())
      .catch((error: unknown) => this.#connection.console.error(String(error)));
    return this.#reading;
  }

  async #readAnew(): Promise<void> {
    const wanted = await listWantedFolders(this.#folders, {
      settingsOf: (uri) => readSettings(this.#connection, uri),
      warn: (message) => this.#connection.console.warn(message),
    });
    const shown = new Map<string, BaselineFolder>();
    for (const folder of wanted) {
      const settings = await readSettings(this.#connection, folder.uri);
      const read = settings.enable ? await BaselineFolder.read(folder, settings) : undefined;
      const twin = [...shown.values()].some(
        ({ baselinePath }) => baselinePath === read?.baselinePath,
      );
      if (read !== undefined && !twin) shown.set(folder.uri, read);
    }
    const gone = [...this.#shown.keys()].filter((project) => !shown.has(project));
    this.#shown = shown;
    for (const project of gone) {
      await sendNotification(this.#connection, messages.ProjectRemoved, { project });
    }
    for (const folder of shown.values()) {
      await sendNotification(
        this.#connection,
        messages.ProjectChanged,
        folder.toSnapshot(this.#language),
      );
    }
  }
}
