import { RETRY_WAITS_MS } from '../core/check/retry-waits.js';

/**
 * How long to wait before the first, second, … restart of a server that crashed, in milliseconds.
 * The first costs nothing: a process that the system killed is there again before anybody notices.
 */
const WAITS_MS: readonly number[] = [0, ...RETRY_WAITS_MS];

/** A crash longer ago than this says nothing of the next one. */
const MEMORY_MS = 10 * 60_000;

/** What follows from a crash. */
export interface RestartDecision {
  /** Milliseconds until the server is started again; null when only a person may start it. */
  readonly waitMs: number | null;
  /** When it crashed lately, this time included: for the next decision. */
  readonly crashes: readonly number[];
}

/**
 * Decides whether a server that crashed is started again. One that crashes time and again is left
 * alone: each start costs a check, and a person has to look.
 *
 * @param crashes When it crashed before, in milliseconds by any clock that nobody sets back.
 * @param now By the same clock.
 */
export function decideRestart(crashes: readonly number[], now: number): RestartDecision {
  const recent = crashes.filter((time) => now - time < MEMORY_MS);
  return { waitMs: WAITS_MS[recent.length] ?? null, crashes: [...recent, now] };
}
