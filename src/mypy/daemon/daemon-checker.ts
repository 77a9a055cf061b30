import type { CheckRun } from '../../core/check/check-run.js';
import type { Checker, CheckOptions } from '../checker/checker.js';
import { reportProgress } from '../checker/report-progress.js';
import { untilAborted } from '../checker/until-aborted.js';
import { BackOff } from './back-off.js';
import type { Session, SessionCheck } from './daemon-session.js';
import { chooseEngine, EMPTY_RECORD, recordCheck } from './engine-record.js';

/** What a {@link DaemonChecker} is made of. */
export interface DaemonParts {
  /** mypy's command line: all that is not a preview. */
  readonly plain: Checker;
  readonly startSession: () => Session;
  /** Milliseconds, of a clock that is never set back. */
  readonly now: () => number;
  /** Why the project cannot have a daemon, or undefined. */
  readonly findObstacle: () => Promise<string | undefined>;
  /** Whether the daemon has to be worth its while. */
  readonly learns: boolean;
  /** One line for the log. */
  readonly log: (line: string) => void;
}

/** However short the checks so far, a daemon has this long to answer. */
const LEAST_TIMEOUT_MS = 60_000;

/** A check that takes so many times the longest so far hangs. */
const TIMEOUT_FACTOR = 3;

/**
 * mypy's daemon where a preview is wanted, and mypy's command line for all else: what a daemon says
 * after an edit is not always true. The daemon is started after a plain check has ended, so that the
 * two do not compete. Whatever happens to it, the check it was asked for becomes a plain one.
 */
export class DaemonChecker implements Checker {
  readonly engine = 'daemon';
  readonly #parts: DaemonParts;
  readonly #backOff: BackOff;
  readonly #disposal = new AbortController();
  /** Files of which the engine has not yet been told that they changed. */
  readonly #forgotten = { daemon: new Set<string>(), plain: new Set<string>() };
  #session: Session | undefined;
  #ends: Promise<unknown> = Promise.resolve();
  #record = EMPTY_RECORD;
  #longestMs = 0;
  #hasPlain = false;
  /** Why there is no daemon any more. */
  #refusal: string | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(parts: DaemonParts) {
    this.#parts = parts;
    this.#backOff = new BackOff(parts.now);
  }

  check(options: CheckOptions): Promise<CheckRun> {
    for (const path of options.forget ?? []) {
      this.#forgotten.daemon.add(path);
      this.#forgotten.plain.add(path);
    }
    const run = this.#run(options);
    this.#running = run;
    return run;
  }

  async dispose(): Promise<void> {
    this.#disposal.abort();
    await Promise.all([this.#parts.plain.dispose(), this.#session?.end(), this.#running]);
    await this.#ends;
  }

  async #run(options: CheckOptions): Promise<CheckRun> {
    const session = options.authority === 'any' ? this.#session : undefined;
    if (session !== undefined) {
      const preview = await reportProgress(options, () => this.#preview(session, options.signal));
      if (preview !== undefined) return preview;
    }
    return this.#checkPlain(options);
  }

  /** Undefined when the daemon has nothing to show. */
  async #preview(session: Session, signal: AbortSignal): Promise<CheckRun | undefined> {
    const either = AbortSignal.any([signal, this.#disposal.signal]);
    const check = await untilAborted(this.#ask(session, either), either);
    if (check === 'aborted' || check.kind === 'skipped') return { kind: 'cancelled' };
    return check.kind === 'answered' ? check.run : undefined;
  }

  async #checkPlain(options: CheckOptions): Promise<CheckRun> {
    const forget = [...this.#forgotten.plain];
    const begin = this.#parts.now();
    const run = await this.#parts.plain.check({ ...options, forget });
    const elapsedMs = this.#parts.now() - begin;
    if (run.kind === 'complete') {
      for (const path of forget) this.#forgotten.plain.delete(path);
      this.#session?.confirm(run.errors);
      this.#longestMs = Math.max(this.#longestMs, elapsedMs);
      // The first run may have been without a cache.
      if (this.#hasPlain) this.#record = recordCheck(this.#record, 'plain', elapsedMs);
      this.#hasPlain = true;
      this.#learn();
    }
    if (run.kind !== 'cancelled') await this.#startDaemon();
    return run;
  }

  /** Starts a daemon and has it check everything, unless there is one or may be none. */
  async #startDaemon(): Promise<void> {
    if (this.#refusal !== undefined || this.#session !== undefined) return;
    if (this.#disposal.signal.aborted || !this.#backOff.isOver) return;
    const obstacle = await this.#parts.findObstacle();
    if (obstacle !== undefined) return this.#refuse(obstacle);
    if (this.#disposal.signal.aborted) return;
    this.#forgotten.daemon.clear();
    const session = this.#parts.startSession();
    this.#session = session;
    void this.#ask(session, this.#disposal.signal);
  }

  /** Asks for a check, and draws the consequences. */
  async #ask(session: Session, signal: AbortSignal): Promise<SessionCheck> {
    const forget = [...this.#forgotten.daemon];
    const timeoutMs = Math.max(LEAST_TIMEOUT_MS, TIMEOUT_FACTOR * this.#longestMs);
    const check = await session.check({ forget, signal, timeoutMs });
    switch (check.kind) {
      case 'answered':
        for (const path of forget) this.#forgotten.daemon.delete(path);
        this.#takeAnswer(session, check);
        break;
      case 'lost':
        this.#lose(session, check);
        break;
      case 'doubtful':
        this.#parts.log(`What mypy's daemon says is not shown: ${check.why}.`);
        break;
      case 'skipped':
        break;
    }
    return check;
  }

  #takeAnswer(
    session: Session,
    { elapsedMs, isFirst, worn }: Extract<SessionCheck, { kind: 'answered' }>,
  ): void {
    this.#backOff.succeed();
    this.#longestMs = Math.max(this.#longestMs, elapsedMs);
    if (isFirst) {
      this.#parts.log(`mypy's daemon is ready after ${Math.round(elapsedMs)} ms.`);
    } else {
      this.#record = recordCheck(this.#record, 'daemon', elapsedMs);
      this.#learn();
    }
    if (worn === null || this.#session !== session) return;
    this.#parts.log(`mypy's daemon is started anew: ${worn}.`);
    this.#drop(session);
  }

  #lose(session: Session, lost: Extract<SessionCheck, { kind: 'lost' }>): void {
    if (this.#session !== session || this.#disposal.signal.aborted) return;
    this.#drop(session);
    this.#parts.log(`mypy's daemon is gone (${lost.why}); mypy runs as a process of its own.`);
    if (!lost.isExpected) this.#backOff.fail();
    if (lost.isFinal) this.#refuse(lost.why);
    else if (this.#backOff.isHopeless) this.#refuse('it came to harm again and again');
  }

  #learn(): void {
    if (!this.#parts.learns || this.#refusal !== undefined) return;
    const { engine, why } = chooseEngine(this.#record);
    if (engine === 'plain') this.#refuse(why);
  }

  #refuse(why: string): void {
    this.#refusal = why;
    this.#parts.log(`mypy runs without its daemon: ${why}.`);
    if (this.#session !== undefined) this.#drop(this.#session);
  }

  /** A file that was to be read anew is, by the next daemon. */
  #drop(session: Session): void {
    this.#session = undefined;
    this.#forgotten.daemon.clear();
    this.#ends = Promise.all([this.#ends, session.end()]);
  }
}
