import { type ChildProcess, spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { ENGLISH_OPTIONS, type LanguageOptions } from '../../../src/core/language/language.js';
import type { ChosenPython } from '../../../src/core/problem/problem.js';
import type { InitializationOptions } from '../../../src/protocol/messages.js';
import { SERVER_NODE_OPTIONS, UNTRUSTED_ARGUMENT } from '../../../src/protocol/server-process.js';
import { REPOSITORY } from '../files/repository.js';

/** What a test may say to the server before it starts. */
export interface ClientOptions {
  /** Absolute folder that is opened. */
  readonly folder: string;
  /** Absolute folder for mypy's caches. */
  readonly storageFolder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly chosenPythons?: readonly ChosenPython[];
  readonly env?: NodeJS.ProcessEnv;
  /** Whether the server may run anything of the folder; true when absent. */
  readonly isTrusted?: boolean;
  /** English when absent. */
  readonly language?: LanguageOptions;
  /** A program, with arguments, that starts Node in other circumstances: `prlimit --nofile=64`. */
  readonly launcher?: readonly string[];
}

/** Starts the bundled server; nothing was said to it yet. */
export function spawnServer(options: ClientOptions): {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
} {
  const server = join(REPOSITORY, 'dist', 'server.js');
  const trust = options.isTrusted === false ? [UNTRUSTED_ARGUMENT] : [];
  const words = [...(options.launcher ?? []), process.execPath, ...SERVER_NODE_OPTIONS];
  const [program = process.execPath, ...args] = words;
  const child = spawn(program, [...args, server, '--stdio', ...trust], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: options.env ?? process.env,
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return { child, connection };
}

/** Opens the folder. */
export async function initialise(
  connection: ProtocolConnection,
  { folder, storageFolder, language = ENGLISH_OPTIONS }: ClientOptions,
): Promise<void> {
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      window: { workDoneProgress: true },
      textDocument: { publishDiagnostics: { relatedInformation: true, dataSupport: true } },
    },
    workspaceFolders: [{ uri, name: basename(folder) }],
    initializationOptions: { storageFolder, language } satisfies InitializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
}
