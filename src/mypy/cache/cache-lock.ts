import { randomUUID } from 'node:crypto';
import { unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { messageOf } from '../../core/thrown/message-of.js';
import { readHolder, takeLock, thisProcess } from './lock-file.js';
import type { LockHolder } from './lock-holder.js';

/** A cache that nobody else uses until it is released. */
export interface CacheLock {
  /** Tells which process is the mypy that uses the cache: it may outlive this one. */
  name(pid: number): void;
  release(): void;
}

/** How the wait for a lock ended. */
export type LockAttempt =
  | { readonly kind: 'locked'; readonly lock: CacheLock }
  | { readonly kind: 'cancelled' }
  /** There can be no lock where nothing can be written. */
  | { readonly kind: 'unavailable'; readonly detail: string };

/** Often enough for whoever waits not to notice, and rarely enough for a machine not to. */
const POLL_MS = 50;

/** How often a holder shows that it lives; see `isHeld`. */
const RENEWAL_MS = 2_000;

/**
 * Waits until no other process uses a cache: two mypys on one SQLite cache end with "database is
 * locked" (python/mypy#21136). Nobody waits for a process that is gone.
 *
 * @param cacheFolder Absolute; the lock is a file beside it.
 * @param onWait Called once, if somebody else uses it; the number is a process's, of this machine or
 *   another, and null when it is not known.
 */
export async function lockCache(
  cacheFolder: string,
  signal: AbortSignal,
  onWait: (pid: number | null) => void,
): Promise<LockAttempt> {
  const file = `${cacheFolder}.lock`;
  const { host, pid, startedAt } = thisProcess();
  const own = { token: randomUUID(), host, pid, startedAt, mypy: null };
  for (let hasWaited = false; !signal.aborted; hasWaited = true) {
    try {
      if (takeLock(file, own)) return { kind: 'locked', lock: new HeldLock(file, own) };
    } catch (error) {
      return { kind: 'unavailable', detail: messageOf(error) };
    }
    if (!hasWaited) onWait(readHolder(file)?.pid ?? null);
    await setTimeout(POLL_MS);
  }
  return { kind: 'cancelled' };
}

class HeldLock implements CacheLock {
  readonly #file: string;
  readonly #own: LockHolder;
  readonly #renewal: NodeJS.Timeout;

  constructor(file: string, own: LockHolder) {
    this.#file = file;
    this.#own = own;
    this.#renewal = setInterval(() => this.#renew(), RENEWAL_MS).unref();
  }

  name(pid: number): void {
    this.#ifOwn(() => writeFileSync(this.#file, JSON.stringify({ ...this.#own, mypy: pid })));
  }

  release(): void {
    clearInterval(this.#renewal);
    this.#ifOwn(() => unlinkSync(this.#file));
  }

  #renew(): void {
    const now = Date.now() / 1000;
    this.#ifOwn(() => utimesSync(this.#file, now, now));
  }

  /** A machine that slept may find its lock taken over. */
  #ifOwn(action: () => void): void {
    if (readHolder(this.#file)?.token !== this.#own.token) return;
    try {
      action();
    } catch {
      // Gone this very moment, or out of reach: whoever waits finds out by itself.
      return;
    }
  }
}
