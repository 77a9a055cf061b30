import { relative } from 'node:path';
import type { CheckRun } from '../../core/check/check-run.js';
import type { MypyError } from '../../core/error/mypy-error.js';
import type { CheckerPorts } from '../checker/engine.js';
import { ProcessJudge } from '../checker/process-judge.js';
import { mypyArguments } from '../command/mypy-arguments.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import { parseAnswer } from './daemon-answer.js';
import { hasGrown, measureMemory } from './daemon-memory.js';
import { DaemonProcess } from './daemon-process.js';
import type { Reply } from './daemon-socket.js';
import { type CheckAnswer, judgeAnswer } from './judge-answer.js';

/** What came of asking a daemon for a check. */
export type SessionCheck =
  | {
      readonly kind: 'answered';
      readonly run: CheckRun;
      readonly elapsedMs: number;
      /** Whether the daemon had to check everything. */
      readonly isFirst: boolean;
      /** Why the daemon is of no more use after this; null while it is. */
      readonly worn: string | null;
    }
  /** It was cancelled before the daemon was asked. */
  | { readonly kind: 'skipped' }
  /** The daemon said something that is not to be shown; it lives on. */
  | { readonly kind: 'doubtful'; readonly why: string }
  /** There is no daemon any more. */
  | {
      readonly kind: 'lost';
      readonly why: string;
      /** Another daemon would fare no better. */
      readonly isFinal: boolean;
      /** It is no fault, and the next one may start at once. */
      readonly isExpected: boolean;
    };

type Lost = Extract<SessionCheck, { kind: 'lost' }>;

export interface SessionRequest {
  /** Absolute paths of files that the daemon would take for unchanged. */
  readonly forget: readonly string[];
  readonly signal: AbortSignal;
  /** The daemon is ended when it takes longer. */
  readonly timeoutMs: number;
}

/** Measured so seldom that it costs nothing. */
const INCREMENTS_A_MEASUREMENT = 10;

/** What is lost and invented adds up, and so does memory where it cannot be measured. */
const MOST_INCREMENTS = 200;

/** What a checker needs of {@link DaemonSession}. */
export type Session = Pick<DaemonSession, 'check' | 'confirm' | 'end'>;

/** One daemon, from its start to its end; it is asked one thing after the other. */
export class DaemonSession {
  readonly #invocation: MypyInvocation;
  readonly #judge: ProcessJudge;
  readonly #disposal = new AbortController();
  readonly #started: ReturnType<typeof DaemonProcess.start>;
  #queue: Promise<unknown> = Promise.resolve();
  #previous: readonly MypyError[] | undefined;
  #increments = 0;
  #memory: number | undefined;
  #end: Promise<void> | undefined;

  constructor(invocation: MypyInvocation, ports: CheckerPorts) {
    this.#invocation = invocation;
    this.#judge = new ProcessJudge(invocation.root);
    this.#started = DaemonProcess.start(invocation, ports, this.#disposal.signal);
  }

  /**
   * Asks for a check when all that was asked before is answered. Never rejects. A check that is
   * cancelled meanwhile goes on: the daemon cannot be stopped, and its next answer is the sooner.
   */
  check(request: SessionRequest): Promise<SessionCheck> {
    const check = this.#queue.then(() => this.#check(request));
    this.#queue = check;
    return check;
  }

  /** Is told what plain mypy found, for the next answer to be held against. */
  confirm(errors: readonly MypyError[]): void {
    if (this.#previous !== undefined) this.#previous = errors;
  }

  /** Ends the daemon, whatever it does; resolves when nothing of it is left. */
  end(): Promise<void> {
    this.#disposal.abort();
    this.#end ??= this.#started.then((daemon) =>
      daemon instanceof DaemonProcess ? daemon.end() : undefined,
    );
    return this.#end;
  }

  async #check({ forget, signal, timeoutMs }: SessionRequest): Promise<SessionCheck> {
    if (signal.aborted) return { kind: 'skipped' };
    const daemon = await this.#started;
    if (this.#disposal.signal.aborted) return lost('it was ended', 'expected');
    if (!(daemon instanceof DaemonProcess)) {
      return { kind: 'lost', why: daemon.detail, isFinal: daemon.isFinal, isExpected: false };
    }
    const changed = daemon.findChanged();
    if (changed !== undefined) return this.#lose(lost(`${changed} changed`, 'expected'));
    const unread = await this.#reload(daemon, forget, timeoutMs);
    if (unread !== undefined) return this.#lose(lost(unread, 'expected'));
    return this.#run(daemon, timeoutMs);
  }

  /** Has files read anew; what went wrong, if something did. */
  async #reload(
    daemon: DaemonProcess,
    paths: readonly string[],
    timeoutMs: number,
  ): Promise<string | undefined> {
    if (this.#previous === undefined) return undefined;
    for (const path of paths) {
      const location = relative(this.#invocation.root, path);
      const reply = await daemon.ask({ command: 'reload', path: location }, timeoutMs);
      const out = reply.kind === 'answered' ? reply.fields['out'] : undefined;
      if (typeof out !== 'string' || out.startsWith('Unknown module')) {
        return `${location} could not be read anew`;
      }
    }
    return undefined;
  }

  async #run(daemon: DaemonProcess, timeoutMs: number): Promise<SessionCheck> {
    const args = mypyArguments(this.#invocation);
    const version = this.#invocation.environment.mypyVersion;
    const begin = performance.now();
    const reply = await daemon.ask({ command: 'run', version, args }, timeoutMs);
    const elapsedMs = performance.now() - begin;
    if (reply.kind !== 'answered') return this.#lose(lost(describeReply(reply), 'fault'));
    const answer = parseAnswer(reply.fields);
    switch (answer.kind) {
      case 'restart': {
        // A new daemon that wants to be another one already would go on like that for ever.
        const isNew = this.#previous === undefined;
        return this.#lose(lost(answer.reason, isNew ? 'fault' : 'expected'));
      }
      case 'error':
      case 'not-understood':
        return this.#lose(lost(lastLine(answer.detail), 'fault'));
      case 'checked': {
        const stderr = daemon.startStderr + reply.stderr + answer.stderr;
        return this.#take(daemon, { ...answer, stderr, printed: reply.stdout }, elapsedMs);
      }
    }
  }

  async #take(
    daemon: DaemonProcess,
    answer: CheckAnswer,
    elapsedMs: number,
  ): Promise<SessionCheck> {
    const isFirst = this.#previous === undefined;
    const run = judgeAnswer(answer, this.#judge, this.#previous);
    if (run.kind === 'doubtful') return run;
    if (!isFirst) this.#increments += 1;
    if (run.kind === 'complete') this.#previous = run.errors;
    const worn = await this.#findWear(daemon);
    return { kind: 'answered', run, elapsedMs, isFirst, worn };
  }

  async #findWear(daemon: DaemonProcess): Promise<string | null> {
    if (this.#increments >= MOST_INCREMENTS) return `it has answered ${MOST_INCREMENTS} times`;
    if (this.#previous === undefined || this.#increments % INCREMENTS_A_MEASUREMENT !== 0) {
      return null;
    }
    const memory = await measureMemory(daemon);
    this.#memory ??= memory;
    return hasGrown(this.#memory, memory) ? 'its memory has doubled' : null;
  }

  async #lose(check: Lost): Promise<Lost> {
    await this.end();
    return check;
  }
}

function lost(why: string, kind: 'fault' | 'expected'): Lost {
  return { kind: 'lost', why, isFinal: false, isExpected: kind === 'expected' };
}

function describeReply(reply: Exclude<Reply, { kind: 'answered' }>): string {
  switch (reply.kind) {
    case 'timed-out':
      return `no answer within ${(reply.afterMs / 1000).toFixed(1)} s`;
    case 'refused':
    case 'broken':
      return reply.detail;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
