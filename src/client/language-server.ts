import type { LogOutputChannel } from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  type NotificationDescriptor,
  ProjectChanged,
  ProjectRemoved,
} from '../protocol/messages.js';
import { onNotification, type SendRequest, sendNotification, sendRequest } from './endpoints.js';
import type { ServerState, SnapshotStore } from './store.js';

/** Where the server is and what it is told once. */
export interface ServerLocation {
  /** Absolute path of the bundled server. */
  readonly module: string;
  readonly options: InitializationOptions;
}

/** Adds what another part of the extension says to, or hears from, a client. */
export type ConnectPart = (client: LanguageClient) => void;

/** The language server's process: started where the workspace is trusted, and started anew on demand. */
export class LanguageServer {
  readonly #location: ServerLocation;
  readonly #store: SnapshotStore;
  readonly #log: LogOutputChannel;
  readonly #connectPart: ConnectPart;
  #client: LanguageClient | undefined;
  /** The last start or stop. A client that is starting refuses to be stopped, so they take turns. */
  #turn: Promise<void> = Promise.resolve();

  constructor(
    location: ServerLocation,
    store: SnapshotStore,
    log: LogOutputChannel,
    connectPart: ConnectPart,
  ) {
    this.#location = location;
    this.#store = store;
    this.#log = log;
    this.#connectPart = connectPart;
  }

  /** Starts the server, anew if it runs. Also for one that failed, so each start makes a client. */
  start(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#end();
      const client = this.#create();
      this.#client = client;
      try {
        await client.start();
      } catch (error: unknown) {
        this.#log.error(error instanceof Error ? error : String(error));
        this.#store.setServer('failed');
      }
    });
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#end());
  }

  readonly sendRequest: SendRequest = async (request, params) => {
    if (this.#client === undefined) {
      throw new Error('the language server does not run. It needs a trusted workspace.');
    }
    return sendRequest(this.#client, request, params);
  };

  /** Tells the server, if there is one. */
  sendNotification<Params>(notification: NotificationDescriptor<Params>, params: Params): void {
    const client = this.#client;
    if (client?.state !== State.Running) return;
    sendNotification(client, notification, params).catch((error: unknown) =>
      this.#log.error(String(error)),
    );
  }

  #enqueue(action: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(action);
    // The caller hears of a failure; the next turn comes all the same.
    this.#turn = turn.catch((error: unknown) => this.#log.error(String(error)));
    return turn;
  }

  async #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    this.#store.setServer('off');
    if (client.state === State.Running) await client.dispose();
  }

  #create(): LanguageClient {
    const { module, options } = this.#location;
    const client = new LanguageClient(
      'mypyRatchet',
      'Mypy Ratchet',
      { module, transport: TransportKind.stdio },
      {
        documentSelector: [{ scheme: 'file', language: 'python' }],
        initializationOptions: options,
        outputChannel: this.#log,
      },
    );
    client.onDidChangeState(({ newState }) => {
      if (this.#client === client) this.#store.setServer(toServerState(newState));
    });
    onNotification(client, ProjectChanged, (snapshot) => this.#store.put(snapshot));
    onNotification(client, ProjectRemoved, ({ project }) => this.#store.remove(project));
    this.#connectPart(client);
    return client;
  }
}

function toServerState(state: State): ServerState {
  switch (state) {
    case State.Starting:
      return 'starting';
    case State.Running:
      return 'running';
    // Whoever stops a server on purpose has let go of its client before.
    default:
      return 'failed';
  }
}
