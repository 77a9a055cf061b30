import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { messageOf } from '../../core/thrown/message-of.js';
import { CHECK_LIMIT_BYTES } from '../checker/check-limits.js';
import { type CheckerPorts, describeDaemon } from '../checker/engine.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import { Child, startChild } from '../process/child.js';
import { findChanged, type Witness } from '../worker/witnesses.js';
import { WorkerProcess } from '../worker/worker-process.js';
import type { DaemonRequest } from './daemon-request.js';
import { askDaemon, type DaemonAddress, type Reply } from './daemon-socket.js';
import { type DaemonStatus, parseStatusFile } from './daemon-status.js';
import { chooseFraming } from './framing/choose-framing.js';

/** Why there is no daemon. */
export interface StartFailure {
  readonly kind: 'not-started';
  readonly detail: string;
  /** mypy will not have these options in a daemon, now or later. */
  readonly isFinal: boolean;
}

/** The daemon ends by itself when nobody has asked it anything for so long. */
const IDLE_SECONDS = 15 * 60;

/** Importing mypy takes a tenth of a second; on a cold disk and uncompiled, some seconds. */
const START_TIMEOUT_MS = 60_000;

/** Nothing tells when the status file is whole, so it is looked at again and again. */
const LOOK_AGAIN_MS = 20;

/** For the queue of connections, which has room for one, to get shorter. */
const CONNECT_AGAIN_MS = 100;

/**
 * mypy's daemon as a child of ours in the foreground, listening. Its status file and its socket are
 * in a folder of its own, below the system's temporary one: the path of a socket may have some
 * hundred bytes at most, and that of a storage folder has more.
 */
export class DaemonProcess {
  /** What changes when mypy or its environment does. */
  readonly #witnesses: readonly Witness[];
  readonly #process: StartedProcess;
  readonly #address: DaemonAddress;

  private constructor(
    started: StartedProcess,
    address: DaemonAddress,
    witnesses: readonly Witness[],
  ) {
    this.#process = started;
    this.#address = address;
    this.#witnesses = witnesses;
  }

  /** Starts a daemon and waits until it listens. */
  static async start(
    invocation: MypyInvocation,
    ports: CheckerPorts,
    signal: AbortSignal,
  ): Promise<DaemonProcess | StartFailure> {
    const folder = await makeFolder();
    if (typeof folder !== 'string') return folder;
    const started = StartedProcess.start(invocation, ports, folder);
    if (!(started instanceof StartedProcess)) {
      await removeFolder(folder);
      return started;
    }
    const stop = () => void started.child.kill();
    signal.addEventListener('abort', stop, { once: true });
    const readiness = await started.worker.readiness;
    const status = await started.awaitStatus(signal);
    signal.removeEventListener('abort', stop);
    if (status !== undefined && readiness.kind === 'ready') {
      const framing = chooseFraming(invocation.environment.mypyVersion);
      const address = { connectionName: status.connectionName, framing };
      return new DaemonProcess(started, address, readiness.witnesses);
    }
    await started.end();
    return started.explain();
  }

  /** Undefined when the process is gone. */
  get pid(): number | undefined {
    return this.#process.worker.hasEnded ? undefined : this.#process.child.pid;
  }

  /** What mypy said of its configuration when it started. */
  get startStderr(): string {
    return this.#process.worker.output.stderr;
  }

  /** The first file that shows that mypy or its environment is another one by now. */
  findChanged(): string | undefined {
    return findChanged(this.#witnesses);
  }

  /** Asks one thing; the caller sees to it that nothing else is being asked. */
  async ask(request: DaemonRequest, timeoutMs: number): Promise<Reply> {
    const limits = { timeoutMs, limitBytes: CHECK_LIMIT_BYTES };
    const reply = await askDaemon(this.#address, request, limits);
    if (reply.kind !== 'refused' || this.#process.worker.hasEnded) return reply;
    await setTimeout(CONNECT_AGAIN_MS);
    return askDaemon(this.#address, request, limits);
  }

  /** Ends the daemon and its descendants and removes its files. */
  end(): Promise<void> {
    return this.#process.end();
  }
}

/** A daemon that may not listen yet. */
class StartedProcess {
  readonly child: Child;
  readonly worker: WorkerProcess;
  readonly #folder: string;

  private constructor(child: Child, folder: string) {
    this.child = child;
    this.worker = new WorkerProcess(child);
    this.#folder = folder;
  }

  static start(
    invocation: MypyInvocation,
    ports: CheckerPorts,
    folder: string,
  ): StartedProcess | StartFailure {
    const child = startChild(describeDaemon(invocation, ports, folder, IDLE_SECONDS));
    if (child instanceof Child) return new StartedProcess(child, folder);
    return { kind: 'not-started', detail: child.detail, isFinal: false };
  }

  /** What the status file says, once it is whole and this process's; undefined if never. */
  async awaitStatus(signal: AbortSignal): Promise<DaemonStatus | undefined> {
    const file = join(this.#folder, 'status.json');
    const limit = performance.now() + START_TIMEOUT_MS;
    while (!signal.aborted && !this.worker.hasEnded && performance.now() < limit) {
      const status = parseStatusFile(await readText(file));
      if (status !== undefined) return this.#isOurs(status) ? status : undefined;
      await setTimeout(LOOK_AGAIN_MS);
    }
    return undefined;
  }

  async end(): Promise<void> {
    await this.child.kill();
    await removeFolder(this.#folder);
  }

  /** Why it did not come to listen; mypy's own refusals begin with `dmypy:`. */
  explain(): StartFailure {
    const { stdout, stderr } = this.worker.output;
    const refusal = /^dmypy: (?!Ignoring)(.*)$/m.exec(stderr)?.[1];
    if (refusal !== undefined) return { kind: 'not-started', detail: refusal, isFinal: true };
    const said = stderr.trim() || stdout.trim();
    const detail = said.split('\n').at(-1) || 'it does not listen';
    return { kind: 'not-started', detail, isFinal: false };
  }

  /** On Windows an interpreter of a virtual environment starts the real one as its child. */
  #isOurs({ pid }: DaemonStatus): boolean {
    return process.platform === 'win32' || pid === this.child.pid;
  }
}

async function makeFolder(): Promise<string | StartFailure> {
  try {
    return await mkdtemp(join(tmpdir(), 'mypy-ratchet-'));
  } catch (error) {
    return { kind: 'not-started', detail: messageOf(error), isFinal: false };
  }
}

async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch {
    // What somebody holds on to is left to the system, whose temporary folder it is in.
    return;
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // Not there yet.
    return '';
  }
}
