import { Deferred } from './deferred.js';
import type { CheckTrigger } from './trigger.js';

/**
 * Runs one check for all triggers gathered so far. Must end soon after the signal, and say when it
 * begins to look at files: saves that come before are among what it sees.
 */
export type RunCheck = (
  triggers: ReadonlySet<CheckTrigger>,
  signal: AbortSignal,
  begin: () => void,
) => Promise<CheckEnd>;

/**
 * How a run ended. One that failed says nothing about how long a run takes, and neither does one for
 * which another process had run mypy.
 */
export type CheckEnd = 'ended' | 'adopted' | 'failed' | 'cancelled';

/** Requests that one run answers. */
interface Batch {
  readonly triggers: Set<CheckTrigger>;
  readonly answered: Deferred;
}

interface Running {
  readonly batch: Batch;
  readonly controller: AbortController;
  hasBegun: boolean;
  /** By the schedule's own clock, in milliseconds. */
  readonly startedAt: number;
}

/** A run this close to its end may finish, although a newer one waits. */
const NEARLY_DONE_MS = 500;

/**
 * At most one check running and one waiting. However many saves come while one runs, they cost one
 * more run. A run that a newer request makes useless is ended, unless it is nearly done, or the one
 * before it was ended too: somebody who saves all the time must see a result some time.
 */
export class Schedule {
  #running: Running | undefined;
  #waiting: Batch | undefined;
  #lastMs: number | null = null;
  #lastWasCancelled = false;
  #closed = false;
  readonly #run: RunCheck;
  readonly #clock: () => number;

  /** @param clock See `ProjectPorts.clock`. */
  constructor(run: RunCheck, clock: () => number) {
    this.#run = run;
    this.#clock = clock;
  }

  /** Whether a request came in after the running check began. */
  get isSuperseded(): boolean {
    return this.#waiting !== undefined;
  }

  /** Whether a check is running. */
  get isBusy(): boolean {
    return this.#running !== undefined;
  }

  /** How long the last check that came to its end took, in ms; null before the first. */
  get lastMs(): number | null {
    return this.#lastMs;
  }

  /** Resolves when a check that began after this call has ended, or the schedule was closed. */
  request(trigger: CheckTrigger): Promise<void> {
    const running = this.#running;
    if (running?.hasBegun === false && this.#waiting === undefined && trigger === 'save') {
      running.batch.triggers.add(trigger);
      return running.batch.answered.promise;
    }
    return this.#queue(trigger);
  }

  #queue(trigger: CheckTrigger): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#waiting ??= newBatch();
    this.#waiting.triggers.add(trigger);
    const { promise } = this.#waiting.answered;
    if (this.#running === undefined) this.#startWaiting();
    else if (this.#isWorthEnding(this.#running)) this.#running.controller.abort();
    return promise;
  }

  /** As `request`, but a check that runs already will do. */
  join(trigger: CheckTrigger): Promise<void> {
    return this.#running?.batch.answered.promise ?? this.request(trigger);
  }

  /** As `request`, and ends a running check however far it is. */
  requestAtOnce(trigger: CheckTrigger): Promise<void> {
    const answered = this.#queue(trigger);
    if (this.#waiting !== undefined) this.#running?.controller.abort();
    return answered;
  }

  /** Ends what runs and starts nothing more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting?.answered.resolve();
    this.#waiting = undefined;
    const running = this.#running;
    running?.controller.abort();
    // How a run ended that nobody needs any more is its requester's affair.
    await Promise.allSettled([running?.batch.answered.promise]);
  }

  #startWaiting(): void {
    const batch = this.#waiting;
    this.#waiting = undefined;
    if (batch === undefined || this.#closed) return;
    const controller = new AbortController();
    const running = { batch, controller, hasBegun: false, startedAt: this.#clock() };
    const begin = () => {
      running.hasBegun = true;
    };
    this.#running = running;
    this.#run(batch.triggers, controller.signal, begin).then(
      (end) => this.#finish(running, end),
      (error: unknown) => {
        batch.answered.reject(error);
        this.#finish(running, 'failed');
      },
    );
  }

  #finish({ batch, startedAt }: Running, end: CheckEnd): void {
    const cancelled = end === 'cancelled';
    this.#running = undefined;
    if (!isBackground(batch)) {
      this.#lastWasCancelled = cancelled;
      if (end === 'ended') this.#lastMs = this.#clock() - startedAt;
    }
    if (cancelled && this.#waiting !== undefined) {
      // What a cancelled run was asked for is still to be done.
      for (const trigger of batch.triggers) this.#waiting.triggers.add(trigger);
      batch.answered.resolve(this.#waiting.answered.promise);
    } else {
      batch.answered.resolve();
    }
    this.#startWaiting();
  }

  #isWorthEnding(running: Running): boolean {
    if (isBackground(running.batch)) return true;
    if (this.#lastWasCancelled) return false;
    const expectedMs = this.#lastMs ?? Number.POSITIVE_INFINITY;
    return expectedMs - (this.#clock() - running.startedAt) > NEARLY_DONE_MS;
  }
}

/** Nobody waits for it, and it says nothing about how long those take that somebody waits for. */
function isBackground({ triggers }: Batch): boolean {
  return [...triggers].every((trigger) => trigger === 'confirm');
}

function newBatch(): Batch {
  return { triggers: new Set(), answered: new Deferred() };
}
