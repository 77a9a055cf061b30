import type { Problem } from '../core/problem/problem.js';
import { waitAfter } from './backoff.js';
import type { CheckTrigger } from './trigger.js';

/**
 * Makes a check again, some time after one that failed, when that may help. A check that somebody
 * asks for meanwhile comes first.
 */
export class Retries {
  #failures = 0;
  /** What the checks that failed were asked for. */
  readonly #unanswered = new Set<CheckTrigger>();
  #timer: NodeJS.Timeout | undefined;
  readonly #waitsMs: readonly number[];
  readonly #retry: () => void;

  /**
   * @param waitsMs See `ProjectOptions.retryAfterMs`.
   * @param retry Asks for a check.
   */
  constructor(waitsMs: readonly number[], retry: () => void) {
    this.#waitsMs = waitsMs;
    this.#retry = retry;
  }

  /** Another check begins. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** A check gave no verdict. Returns after how many milliseconds it is made again, if it is. */
  failed(problem: Problem, triggers: ReadonlySet<CheckTrigger>): number | null {
    const waitMs = waitAfter(problem, this.#failures, this.#waitsMs);
    this.#failures = problem.kind === 'check-blocked' ? 0 : this.#failures + 1;
    for (const trigger of triggers) this.#unanswered.add(trigger);
    this.pause();
    if (waitMs !== null) this.#timer = setTimeout(this.#retry, waitMs);
    return waitMs;
  }

  /** A check gave a verdict. Returns all that it answers: what those were asked for that failed too. */
  succeeded(triggers: ReadonlySet<CheckTrigger>): ReadonlySet<CheckTrigger> {
    this.#failures = 0;
    const answered = new Set([...this.#unanswered, ...triggers]);
    this.#unanswered.clear();
    return answered;
  }
}
