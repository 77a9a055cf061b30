import type { LanguageClient } from 'vscode-languageclient/node';
import type { Language } from '../core/language/language.js';
import type { ChosenPython } from '../core/problem/problem.js';
import { BranchChanged } from '../protocol/branch-messages.js';
import {
  ActivityChanged,
  ErrorsRequest,
  InterpreterRequest,
  type NotificationDescriptor,
  ProjectChanged,
  ProjectRemoved,
} from '../protocol/messages.js';
import type { BranchStore } from './branch/branch-store.js';
import {
  onNotification,
  onRequest,
  type SendRequest,
  sendNotification,
  sendRequest,
} from './endpoints.js';
import type { ClientPorts, ServerLocation } from './language-client.js';
import { decideRestart } from './restart-policy.js';
import type { ServerState, SnapshotStore } from './store.js';

/** What the server reaches of the editor. */
export interface ServerPorts extends ClientPorts {
  readonly store: SnapshotStore;
  readonly branches: BranchStore;
  readonly language: Language;
  /** What was chosen in other extensions for a folder, the strongest choice first. */
  readonly listPythons: (folderUri: string) => Promise<readonly ChosenPython[]>;
}

/** The language server's process: started, stopped and asked. */
export class LanguageServer {
  readonly #location: ServerLocation;
  readonly #ports: ServerPorts;
  #client: LanguageClient | undefined;
  /** Whether the server that runs may run anything of the workspace. */
  #isTrusted = false;
  /** The last start or stop. A client that is starting refuses to be stopped, so they take turns. */
  #turn: Promise<void> = Promise.resolve();
  /** When it crashed lately, by `performance.now()`. */
  #crashes: readonly number[] = [];
  #restart: NodeJS.Timeout | undefined;

  constructor(location: ServerLocation, ports: ServerPorts) {
    this.#location = location;
    this.#ports = ports;
  }

  /**
   * Starts the server, anew if it runs. Each start makes a client, for one that failed to start
   * cannot be started again. The log and the store tell of a failure.
   *
   * @param isTrusted Else it shows what the baseline files say, and runs nothing.
   */
  start(isTrusted: boolean): Promise<void> {
    this.#crashes = [];
    return this.#enqueue(async () => {
      await this.#end();
      this.#isTrusted = isTrusted;
      await this.#begin();
    });
  }

  stop(): Promise<void> {
    return this.#enqueue(() => this.#end());
  }

  readonly sendRequest: SendRequest = async (request, params, token) => {
    const { say } = this.#ports.language;
    if (this.#client === undefined) {
      throw new Error(say('the language server does not run.'));
    }
    if (!this.#isTrusted && request.method !== ErrorsRequest.method) {
      throw new Error(say('this needs a trusted workspace: nothing of another one is run.'));
    }
    return sendRequest(this.#client, request, params, token);
  };

  /** Tells the server, if there is one. */
  sendNotification<Params>(notification: NotificationDescriptor<Params>, params: Params): void {
    const client = this.#client;
    if (client?.isRunning() !== true) return;
    sendNotification(client, notification, params).catch((error: unknown) =>
      this.#ports.log.error(String(error)),
    );
  }

  #enqueue(action: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(action).catch((error: unknown) => {
      this.#ports.log.error(error instanceof Error ? error : String(error));
    });
    return this.#turn;
  }

  async #begin(): Promise<void> {
    const client = await this.#create();
    this.#client = client;
    await client.start();
  }

  async #end(): Promise<void> {
    clearTimeout(this.#restart);
    const client = this.#client;
    this.#client = undefined;
    this.#ports.store.setServer('off');
    if (client === undefined) return;
    if (client.isRunning()) await client.dispose();
  }

  async #create(): Promise<LanguageClient> {
    // Loaded here because VS Code waits for activation, and most of the bundle is this library.
    const { createLanguageClient, toServerState } = await import('./language-client.js');
    const { store, branches, log, listPythons, inherit } = this.#ports;
    const client = createLanguageClient(this.#location, {
      log,
      inherit,
      isTrusted: this.#isTrusted,
    });
    client.onDidChangeState(({ newState }) => {
      // Whoever stops a server on purpose has let go of its client before.
      if (this.#client === client) this.#follow(toServerState(newState));
    });
    onNotification(client, ProjectChanged, (snapshot) => store.put(snapshot));
    onNotification(client, ActivityChanged, (shown) => store.putActivity(shown));
    onNotification(client, BranchChanged, (changed) => branches.put(changed));
    onNotification(client, ProjectRemoved, ({ project }) => store.remove(project));
    onRequest(client, InterpreterRequest, ({ folderUri }) => listPythons(folderUri));
    return client;
  }

  /** Shows how the server is, and starts one that crashed again. */
  #follow(state: ServerState): void {
    const { store, log } = this.#ports;
    if (state !== 'failed') {
      store.setServer(state);
      return;
    }
    this.#client = undefined;
    const { waitMs, crashes } = decideRestart(this.#crashes, performance.now());
    this.#crashes = crashes;
    store.setServer(waitMs === null ? 'failed' : 'starting');
    if (waitMs === null) {
      log.error('The language server crashed too often. The command Restart starts it again.');
      return;
    }
    log.warn(`The language server crashed. It is started again in ${waitMs / 1000} s.`);
    this.#restart = setTimeout(() => void this.#enqueue(() => this.#begin()), waitMs);
  }
}
