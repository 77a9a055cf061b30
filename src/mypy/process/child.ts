import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { messageOf } from '../../core/thrown/message-of.js';
import { systemTreeKiller, type TreeKiller } from './kill-tree.js';

/** A program to start; no shell is involved. */
export interface ChildCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How a process ended. */
export type ChildEnd =
  | { readonly kind: 'ended'; readonly exitCode: number | null; readonly signal: string | null }
  | { readonly kind: 'not-started'; readonly detail: string };

/**
 * How long a process has, after it was asked to end, before it is killed; how long one that ended
 * may keep its output open through children of its own, before they are; and how long these have
 * before their output is no longer waited for.
 */
const GRACE_MS = 1_000;

/** Starts a program, or says why the system refuses. */
export function startChild(
  { command, args, cwd, env }: ChildCommand,
  killTree: TreeKiller = systemTreeKiller(),
): Child | Extract<ChildEnd, { kind: 'not-started' }> {
  try {
    const started = spawn(command, args, {
      cwd,
      env: { ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      // A process group of its own, so that it can be ended together with its descendants.
      detached: process.platform !== 'win32',
    });
    if (!hasStreams(started)) {
      // The event only repeats it, and would end us if nobody listened.
      started.once('error', () => undefined);
      return { kind: 'not-started', detail: 'the system has no more files to open (EMFILE)' };
    }
    return new Child(started, killTree);
  } catch (error) {
    // Most failures come as an event; some (ENOTDIR, E2BIG, a NUL in an argument) are thrown.
    return { kind: 'not-started', detail: messageOf(error) };
  }
}

/** Against its type, Node leaves the streams out where no pipe could be made (EMFILE, ENFILE). */
function hasStreams({ stdin }: { readonly stdin: Writable | undefined }): boolean {
  return stdin !== undefined;
}

/** A running process with all its descendants. */
export class Child {
  /** Resolves when the process has ended and its output is read; never rejects. */
  readonly ended: Promise<ChildEnd>;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #killTree: TreeKiller;
  #isOver = false;
  #grace: NodeJS.Timeout | undefined;

  constructor(started: ChildProcessWithoutNullStreams, killTree: TreeKiller) {
    this.#killTree = killTree;
    this.#process = started;
    // Its end tells all that a broken pipe could.
    this.#process.stdin.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      const finish = (end: ChildEnd) => {
        this.#isOver = true;
        clearTimeout(this.#grace);
        resolve(end);
      };
      this.#process.on('error', (error) => {
        // The same event also reports a signal that could not be sent, to a process that runs.
        if (this.#process.pid === undefined) finish({ kind: 'not-started', detail: error.message });
      });
      this.#process.once('exit', () => this.#endAfterGrace());
      this.#process.once('close', (exitCode, signal) =>
        finish({ kind: 'ended', exitCode, signal }),
      );
    });
  }

  get stdin(): Writable {
    return this.#process.stdin;
  }

  get stdout(): Readable {
    return this.#process.stdout;
  }

  get stderr(): Readable {
    return this.#process.stderr;
  }

  /** Undefined when it could not be started. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Lets others have the processor first, as far as the system allows. */
  lowerPriority(): void {
    const { pid } = this.#process;
    if (pid === undefined || this.#isOver) return;
    try {
      setPriority(pid, Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
    } catch {
      // It has just ended, or is not ours to slow down: then it runs as it does.
      return;
    }
  }

  /** Ends the process and its descendants; resolves when they are gone. */
  async kill(): Promise<void> {
    const { pid } = this.#process;
    if (pid !== undefined && !this.#isOver) {
      this.#killTree(pid, 'politely');
      this.#endAfterGrace();
    }
    await this.ended;
  }

  #endAfterGrace(): void {
    clearTimeout(this.#grace);
    this.#grace = setTimeout(() => {
      const { pid } = this.#process;
      if (pid !== undefined) this.#killTree(pid, 'at-once');
      // A descendant that left the group could hold the pipes for ever.
      this.#grace = setTimeout(() => {
        this.#process.stdout.destroy();
        this.#process.stderr.destroy();
      }, GRACE_MS);
    }, GRACE_MS);
  }
}
