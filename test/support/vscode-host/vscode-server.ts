import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Where VS Code's server build is; `npm test` and `npm start` install it and set these. */
export interface VscodeInstallation {
  readonly node: string;
  readonly serverMain: string;
}

/** How one server is started. All paths absolute. */
export interface VscodeServerOptions {
  readonly installation: VscodeInstallation;
  readonly userDataFolder: string;
  readonly extensionsFolder: string;
  readonly disableWorkspaceTrust: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Told of every line that the server prints. */
  readonly onLine?: (line: string) => void;
}

const READY = 'Extension host agent listening';
const START_LIMIT_MS = 60_000;

/** A running VS Code server, to be opened in a browser. */
export class VscodeServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly address: string;
  readonly #process: ChildProcess;

  private constructor(address: string, process: ChildProcess) {
    this.address = address;
    this.#process = process;
  }

  static async start(options: VscodeServerOptions): Promise<VscodeServer> {
    const port = await freePort();
    const { node, serverMain } = options.installation;
    // A group of its own, so that stopping ends the extension hosts too.
    const child = spawn(node, [serverMain, ...serverArguments(options, port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, ...options.env },
    });
    await whenReady(child, options.onLine ?? (() => undefined));
    return new VscodeServer(`http://127.0.0.1:${port}/`, child);
  }

  /** Ends the server and all that it started. */
  async stop(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#process;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    const exited = once(this.#process, 'exit');
    if (process.platform === 'win32') this.#process.kill();
    else process.kill(-pid, 'SIGTERM');
    await exited;
  }
}

function serverArguments(options: VscodeServerOptions, port: number): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    '--without-connection-token',
    '--accept-server-license-terms',
    // Without it the page ignores `extensionDevelopmentPath` (VS Code 1.139).
    '--enable-smoke-test-driver',
    ...['--telemetry-level', 'off'],
    ...['--user-data-dir', options.userDataFolder],
    ...['--server-data-dir', options.userDataFolder],
    ...['--extensions-dir', options.extensionsFolder],
    ...(options.disableWorkspaceTrust ? ['--disable-workspace-trust'] : []),
  ];
}

function whenReady(child: ChildProcess, onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`VS Code's server was not ready after ${START_LIMIT_MS} ms`)),
      START_LIMIT_MS,
    );
    const read = (data: unknown) => {
      for (const line of String(data).split('\n')) {
        if (line !== '') onLine(line);
        if (!line.includes(READY)) continue;
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with exit code ${code}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** The installation that the environment names. */
export function installationOf(env: NodeJS.ProcessEnv): VscodeInstallation {
  const node = env['MYPY_RATCHET_VSCODE_NODE'];
  const serverMain = env['MYPY_RATCHET_VSCODE_SERVER'];
  if (node === undefined || serverMain === undefined) {
    throw new Error('VS Code is not set up: run this through npm test');
  }
  return { node, serverMain };
}
