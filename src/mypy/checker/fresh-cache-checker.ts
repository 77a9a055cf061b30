import { rm } from 'node:fs/promises';
import type { CheckRun } from '../../core/check/check-run.js';
import type { MypyError } from '../../core/error/mypy-error.js';
import { messageOf } from '../../core/thrown/message-of.js';
import { listMypyCaches } from '../cache/mypy-caches.js';
import type { Checker, CheckOptions } from './checker.js';
import { CheckerLayer } from './checker-layer.js';

/**
 * Runs mypy once more with an empty cache when it crashed, for a cache that was cut off in the
 * middle of being written makes it crash for ever. When that does not help, the cache was not the
 * reason, and further crashes are reported at once until a run ends well.
 */
export class FreshCacheChecker extends CheckerLayer {
  readonly #cacheFolder: string;
  readonly #log: (line: string) => void;
  #isCacheSuspect = true;

  constructor(checker: Checker, cacheFolder: string, log: (line: string) => void) {
    super(checker);
    this.#cacheFolder = cacheFolder;
    this.#log = log;
  }

  override async check(options: CheckOptions): Promise<CheckRun> {
    const run = await this.inner.check(options);
    if (!isCrash(run) || isOfMachine(run)) {
      if (run.kind === 'complete') this.#isCacheSuspect = true;
      return run;
    }
    if (!this.#isCacheSuspect || !(await this.#emptyCache())) return run;
    this.#log('mypy crashed; its cache is dropped and it runs once more.');
    const second = await this.inner.check(options);
    this.#isCacheSuspect = !isCrash(second);
    return second;
  }

  /** Whether there was something in the cache, and it is gone. */
  async #emptyCache(): Promise<boolean> {
    const caches = listMypyCaches(this.#cacheFolder);
    try {
      for (const folder of caches) await rm(folder, { recursive: true, force: true });
    } catch (error) {
      this.#log(`The cache could not be dropped: ${messageOf(error)}`);
      return false;
    }
    return caches.length > 0;
  }
}

function isCrash(run: CheckRun): boolean {
  if (run.kind === 'blocked') return run.blockers.some(isOfCache);
  return run.kind === 'failed' && run.failure.kind === 'crashed';
}

/** Whether it lies in the machine: with an empty cache the next run would end no better, and later. */
function isOfMachine(run: CheckRun): boolean {
  return (
    run.kind === 'failed' &&
    run.failure.kind === 'crashed' &&
    /^(MemoryError|PermissionError|OSError: \[Errno 28\]|RuntimeError: can't start new thread)/m.test(
      run.failure.detail,
    )
  );
}

/** Metadata that is no JSON blocks mypy as a syntax error does (`_load_json_file` of build.py). */
function isOfCache({ message }: MypyError): boolean {
  return message.endsWith('you likely have a bad cache.');
}
