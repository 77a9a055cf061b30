import { RETRY_WAITS_MS } from '../../core/check/retry-waits.js';

/** After so many faults in a row there is none any more. */
const MOST_FAULTS = 5;

/** Says when a daemon that came to harm is worth another try. */
export class BackOff {
  readonly #now: () => number;
  #faults = 0;
  #until = 0;

  /** @param now Milliseconds, of a clock that is never set back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether one may be started now. */
  get isOver(): boolean {
    return !this.isHopeless && this.#now() >= this.#until;
  }

  /** Whether none will be started any more. */
  get isHopeless(): boolean {
    return this.#faults >= MOST_FAULTS;
  }

  fail(): void {
    const wait = RETRY_WAITS_MS[Math.min(this.#faults, RETRY_WAITS_MS.length - 1)] ?? 0;
    this.#faults += 1;
    this.#until = this.#now() + wait;
  }

  /** An answer: the faults before it count no more. */
  succeed(): void {
    this.#faults = 0;
    this.#until = 0;
  }
}
