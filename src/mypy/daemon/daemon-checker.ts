import type { CheckRun } from '../../core/check/check-run.js';
import type { MypyError } from '../../core/error/mypy-error.js';
import type { Checker, CheckOptions } from '../checker/checker.js';
import { reportProgress } from '../checker/report-progress.js';
import { untilAborted } from '../checker/until-aborted.js';
import { BackOff } from './back-off.js';
import type { Session, SessionCheck } from './daemon-session.js';
import { chooseEngine, EMPTY_RECORD, type EngineChoice, recordCheck } from './engine-record.js';
import { findInventions, type Inventions, NO_INVENTIONS, withoutInventions } from './inventions.js';

/** What a {@link DaemonChecker} is made of. */
export interface DaemonParts {
  /** mypy's command line: all that is not a preview. */
  readonly plain: Checker;
  readonly startSession: () => Session;
  /** Why the project cannot have a daemon, or undefined. */
  readonly findObstacle: () => Promise<string | undefined>;
  /** Which engine is likely better, until it is known; null where a person wants the daemon. */
  readonly presumed: EngineChoice['engine'] | null;
  /** Milliseconds, of a clock that is never set back. */
  readonly now: () => number;
  /** One line for the log. */
  readonly log: (line: string) => void;
}

/** Why the daemon is asked: for somebody who waits, or to be held against plain mypy. */
type Purpose = 'preview' | 'comparison';

/** However short the checks so far, a daemon has this long to answer. */
const LEAST_TIMEOUT_MS = 60_000;

/** So soon after a file is saved the check for it begins. */
const SAVE_TO_CHECK_MS = 1_000;

/** A check that takes so many times the longest so far hangs. */
const TIMEOUT_FACTOR = 3;

/**
 * mypy's daemon where a preview is wanted, and mypy's command line for all else: what a daemon says
 * after an edit is not always true. The daemon is started after a plain check has ended, so that the
 * two do not compete. Whatever happens to it, the check it was asked for becomes a plain one.
 */
export class DaemonChecker implements Checker {
  readonly #parts: DaemonParts;
  readonly #backOff: BackOff;
  readonly #disposal = new AbortController();
  /** Files of which the engine has not yet been told that they changed. */
  readonly #unseen = { daemon: new Set<string>(), plain: new Set<string>() };
  #session: Session | undefined;
  #ends: Promise<unknown> = Promise.resolve();
  #record = EMPTY_RECORD;
  #inventions = NO_INVENTIONS;
  /** Of a comparison that may have seen more than plain mypy; by the clock of `now`. */
  #found: { readonly inventions: Inventions; readonly at: number } | undefined;
  #longestMs = 0;
  #checks = 0;
  #hasPlain = false;
  /** What the log has of the choice. */
  #told: EngineChoice['engine'] | undefined;
  /** Why there is no daemon, and none will be started. */
  #refusal: string | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(parts: DaemonParts) {
    this.#parts = parts;
    this.#backOff = new BackOff(parts.now);
  }

  get engine(): string {
    const isDaemon = this.#refusal === undefined && this.#choice.engine === 'daemon';
    return isDaemon ? 'daemon' : this.#parts.plain.engine;
  }

  check(options: CheckOptions): Promise<CheckRun> {
    this.#checks += 1;
    this.#believeFound();
    for (const path of options.forget ?? []) {
      this.#unseen.daemon.add(path);
      this.#unseen.plain.add(path);
    }
    const run = this.#run(options);
    this.#running = run;
    return run;
  }

  hasSameEnvironment(): Promise<boolean> {
    return this.#parts.plain.hasSameEnvironment();
  }

  expectAnother(): void {
    this.#parts.plain.expectAnother();
  }

  async dispose(): Promise<void> {
    this.#disposal.abort();
    await Promise.all([this.#parts.plain.dispose(), this.#session?.end(), this.#running]);
    await this.#ends;
  }

  get #choice(): EngineChoice {
    const { presumed } = this.#parts;
    return presumed === null
      ? { engine: 'daemon', why: null }
      : chooseEngine(this.#record, presumed);
  }

  async #run(options: CheckOptions): Promise<CheckRun> {
    const session = options.authority === 'any' ? this.#session : undefined;
    if (session !== undefined) {
      const preview = await reportProgress(options, () => this.#preview(session, options));
      if (preview !== undefined) return preview;
    }
    return this.#checkPlain(options);
  }

  /** What a plain run took that was made here. */
  #learn(elapsedMs: number): void {
    this.#longestMs = Math.max(this.#longestMs, elapsedMs);
    // The first run may have been without a cache.
    if (this.#hasPlain) this.#record = recordCheck(this.#record, 'plain', elapsedMs);
    this.#hasPlain = true;
  }

  /** Undefined when the daemon has nothing to show. */
  async #preview(
    session: Session,
    { signal, onStarted }: CheckOptions,
  ): Promise<CheckRun | undefined> {
    const either = AbortSignal.any([signal, this.#disposal.signal]);
    const asking = this.#ask(session, either, 'preview');
    onStarted?.();
    const check = await untilAborted(asking, either);
    if (check === 'aborted' || check.kind === 'skipped') return { kind: 'cancelled' };
    if (check.kind !== 'answered') return undefined;
    const { run } = check;
    if (run.kind !== 'complete') return run;
    return { ...run, errors: withoutInventions(run.errors, this.#inventions) };
  }

  async #checkPlain(options: CheckOptions): Promise<CheckRun> {
    const forget = [...this.#unseen.plain];
    const begin = this.#parts.now();
    const run = await this.#parts.plain.check({ ...options, forget });
    if (run.kind !== 'complete') return run;
    for (const path of forget) this.#unseen.plain.delete(path);
    if (run.adoption === undefined) this.#learn(this.#parts.now() - begin);
    this.#reconsider();
    await this.#openSession();
    if (this.#session !== undefined) void this.#compare(this.#session, run.errors);
    return run;
  }

  /** Starts a daemon, unless there is one or may be none. */
  async #openSession(): Promise<void> {
    if (this.#refusal !== undefined || this.#session !== undefined) return;
    if (this.#choice.engine === 'plain' || !this.#backOff.isOver) return;
    const obstacle = await this.#parts.findObstacle();
    if (obstacle !== undefined) this.#refuse(obstacle);
    if (obstacle !== undefined || this.#disposal.signal.aborted) return;
    this.#unseen.daemon.clear();
    this.#session = this.#parts.startSession();
  }

  /** Has the daemon look at what plain mypy has just looked at, as its first check or again. */
  async #compare(session: Session, plain: readonly MypyError[]): Promise<void> {
    const checks = this.#checks;
    session.confirm(plain);
    const check = await this.#ask(session, this.#disposal.signal, 'comparison');
    if (check.kind !== 'answered' || check.run.kind !== 'complete') return;
    const inventions = findInventions(plain, check.run.errors);
    // Better too many the first time than to show hundreds that are none.
    if (check.isFirst) this.#inventions = inventions;
    // A check that began meanwhile is for files that plain mypy has not seen.
    else if (checks === this.#checks) this.#found = { inventions, at: this.#parts.now() };
  }

  /** A check that begins soon after a comparison may be for an edit that this has seen. */
  #believeFound(): void {
    const found = this.#found;
    this.#found = undefined;
    if (found === undefined || this.#parts.now() - found.at < SAVE_TO_CHECK_MS) return;
    this.#inventions = found.inventions;
  }

  /** Asks for a check, and draws the consequences. */
  async #ask(session: Session, signal: AbortSignal, purpose: Purpose): Promise<SessionCheck> {
    const forget = [...this.#unseen.daemon];
    const timeoutMs = Math.max(LEAST_TIMEOUT_MS, TIMEOUT_FACTOR * this.#longestMs);
    const check = await session.check({ forget, signal, timeoutMs });
    if (this.#session !== session || this.#disposal.signal.aborted) return check;
    switch (check.kind) {
      case 'answered':
        for (const path of forget) this.#unseen.daemon.delete(path);
        this.#takeAnswer(check, purpose);
        break;
      case 'lost':
        this.#lose(check);
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
    { run, elapsedMs, isFirst, worn }: Extract<SessionCheck, { kind: 'answered' }>,
    purpose: Purpose,
  ): void {
    this.#backOff.succeed();
    this.#longestMs = Math.max(this.#longestMs, elapsedMs);
    if (isFirst && run.kind === 'complete') {
      this.#parts.log(`mypy's daemon is ready after ${Math.round(elapsedMs)} ms.`);
    }
    if (!isFirst && purpose === 'preview') {
      this.#record = recordCheck(this.#record, 'daemon', elapsedMs);
      this.#reconsider();
    }
    if (worn === null || this.#session === undefined) return;
    this.#parts.log(`mypy's daemon is started anew: ${worn}.`);
    this.#dropSession();
  }

  #lose({ why, isFinal, isExpected }: Extract<SessionCheck, { kind: 'lost' }>): void {
    this.#parts.log(`mypy's daemon is gone (${why}); mypy runs as a process of its own.`);
    this.#dropSession();
    if (!isExpected) this.#backOff.fail();
    if (isFinal) this.#refuse(why);
    else if (this.#backOff.isHopeless) this.#refuse('it came to harm again and again');
  }

  /** Follows the record of checks: tells what it shows, and ends a daemon that is too slow. */
  #reconsider(): void {
    const { engine, why } = this.#choice;
    if (this.#refusal !== undefined || why === null || this.#told === engine) return;
    this.#told = engine;
    if (engine === 'plain') this.#refuse(why);
    else this.#parts.log(`mypy's daemon is asked for previews: ${why}.`);
  }

  #refuse(why: string): void {
    this.#refusal = why;
    this.#parts.log(`mypy runs without its daemon: ${why}.`);
    this.#dropSession();
  }

  #dropSession(): void {
    if (this.#session === undefined) return;
    this.#ends = Promise.all([this.#ends, this.#session.end()]);
    this.#session = undefined;
  }
}
