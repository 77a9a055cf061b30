import type { CheckRun } from '../core/check/check-run.js';

/** While nobody knows better: a cold check of a very large code base takes minutes. */
const LONGEST_MS = 30 * 60_000;

/** Under this no check is ended: a checkout can make a warm one nearly a cold one. */
const SHORTEST_MS = 10 * 60_000;

/** A check that takes so many times as long as the longest so far hangs. */
const FACTOR = 10;

/**
 * How long a check may take before it is ended. Known only from the checks that came to their end
 * with the same configuration and interpreter; one that was ended for its time is given the longest
 * the next time, so that a check which is merely slow comes to its end.
 */
export class TimeLimit {
  #longestMs: number | null = null;
  #wasTooShort = false;

  /** In milliseconds. */
  get ms(): number {
    const longest = this.#longestMs;
    if (longest === null || this.#wasTooShort) return LONGEST_MS;
    return Math.max(SHORTEST_MS, FACTOR * longest);
  }

  /** Learns from a check that has ended. */
  note(run: CheckRun, durationMs: number): void {
    this.#wasTooShort = run.kind === 'failed' && run.failure.kind === 'timed-out';
    if (run.kind === 'complete') this.#longestMs = Math.max(this.#longestMs ?? 0, durationMs);
  }

  /** Another mypy or configuration: the next check may be a cold one. */
  forget(): void {
    this.#longestMs = null;
    this.#wasTooShort = false;
  }
}
