import type { CheckRun } from '../../core/check/check-run.js';
import { type CacheLock, type LockAttempt, lockCache } from '../cache/cache-lock.js';
import type { Checker, CheckOptions } from './checker.js';
import { CheckerLayer } from './checker-layer.js';
import { reportProgress } from './report-progress.js';

/**
 * Waits for other processes that use the same cache: the server of another window, one that is just
 * being ended by a reload, another command line. Whoever waited then runs with a warm cache.
 */
export class ExclusiveChecker extends CheckerLayer {
  readonly #cacheFolder: string;
  readonly #log: (line: string) => void;
  readonly #disposal = new AbortController();
  /** What is still done with the cache since the last check ended. */
  #afterwork: Promise<unknown> = Promise.resolve();

  constructor(checker: Checker, cacheFolder: string, log: (line: string) => void) {
    super(checker);
    this.#cacheFolder = cacheFolder;
    this.#log = log;
  }

  override async check(options: CheckOptions): Promise<CheckRun> {
    await this.#afterwork;
    const attempt = await reportProgress(options, () => this.#lock(options.signal));
    switch (attempt.kind) {
      case 'cancelled':
        return { kind: 'cancelled' };
      case 'unavailable':
        this.#log(`mypy's cache cannot be kept from other processes (${attempt.detail}).`);
        return this.inner.check(options);
      case 'locked':
        return this.#checkLocked(attempt.lock, options);
    }
  }

  override async dispose(): Promise<void> {
    this.#disposal.abort();
    await super.dispose();
    await this.#afterwork;
  }

  async #checkLocked(lock: CacheLock, options: CheckOptions): Promise<CheckRun> {
    const works: Promise<void>[] = [];
    try {
      return await this.inner.check({
        ...options,
        onStarted: (pid) => {
          if (pid !== undefined) lock.name(pid);
          options.onStarted?.(pid);
        },
        onAfterwork: (work) => works.push(work),
      });
    } finally {
      // Nobody waits for it who waits for the check.
      if (works.length === 0) lock.release();
      else this.#afterwork = Promise.allSettled(works).then(() => lock.release());
    }
  }

  #lock(signal: AbortSignal): Promise<LockAttempt> {
    const either = AbortSignal.any([signal, this.#disposal.signal]);
    return lockCache(this.#cacheFolder, either, (pid) => {
      this.#log(`Another process (${pid ?? 'unknown'}) is checking this project; waiting for it.`);
    });
  }
}
