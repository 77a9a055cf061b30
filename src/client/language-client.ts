import type { LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { isRecord } from '../core/json/is-record.js';
import type { InitializationOptions } from '../protocol/messages.js';
import { SERVER_NODE_OPTIONS, UNTRUSTED_ARGUMENT } from '../protocol/server-process.js';
import type { InheritedSettings } from '../protocol/settings.js';
import type { ServerState } from './store.js';

/** What a client reaches of the editor. */
export interface ClientPorts {
  readonly log: LogOutputChannel;
  /** What the other mypy extensions are told for a folder. */
  readonly inherit: (folderUri: string) => InheritedSettings;
}

/** Where the server is and what it is told once. */
export interface ServerLocation {
  /** Absolute path of the bundled server. */
  readonly module: string;
  readonly options: InitializationOptions;
}

/**
 * The library would restart the server at once, and put a message over the person's work. What a
 * closed connection leads to is decided by whoever watches the client's state; `handled` keeps the
 * message in the log.
 */
const QUIET: ErrorHandler = {
  error: () => ({ action: ErrorAction.Continue, handled: true }),
  closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
};

/**
 * A client that is not started yet. It does not ask for settings to be synchronised: the server
 * registers for their changes itself, and would hear of each of them twice.
 */
export function createLanguageClient(
  { module, options }: ServerLocation,
  { log, inherit, isTrusted }: ClientPorts & { readonly isTrusted: boolean },
): LanguageClient {
  const start = (...more: readonly string[]) => ({
    module,
    transport: TransportKind.stdio,
    args: isTrusted ? [] : [UNTRUSTED_ARGUMENT],
    options: { execArgv: [...SERVER_NODE_OPTIONS, ...more] },
  });
  return new LanguageClient(
    'mypyRatchet',
    'Mypy Ratchet',
    // `debug` where VS Code runs the extension in a debugger: .vscode/launch.json attaches to the port.
    { run: start(), debug: start('--inspect=6009') },
    {
      documentSelector: [{ scheme: 'file', language: 'python' }],
      initializationOptions: options,
      outputChannel: log,
      errorHandler: QUIET,
      initializationFailedHandler: () => false,
      middleware: {
        workspace: {
          configuration: async (params, token, next) => {
            const answers = await next(params, token);
            if (!isTrusted || !Array.isArray(answers)) return answers;
            return answers.map((section: unknown, index) => {
              const folderUri = params.items[index]?.scopeUri;
              if (!isRecord(section) || folderUri === undefined) return section;
              return { ...section, inherited: inherit(folderUri) };
            });
          },
        },
      },
    },
  );
}

/** What a client's state means while nobody has asked it to stop. */
export function toServerState(state: State): ServerState {
  switch (state) {
    case State.Starting:
      return 'starting';
    case State.Running:
      return 'running';
    case State.Stopped:
    case State.StartFailed:
      return 'failed';
  }
}
