import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckRun } from '../../core/check/check-run.js';
import type { MypyError } from '../../core/error/mypy-error.js';
import type { Checker, CheckOptions } from './checker.js';

/**
 * Runs mypy once more with an empty cache when it crashed, for a cache that was cut off in the
 * middle of being written makes it crash for ever. When that does not help, the cache was not the
 * reason, and further crashes are reported at once until a run ends well.
 */
export class FreshCacheChecker implements Checker {
  readonly engine: string;
  readonly #checker: Checker;
  readonly #cacheFolder: string;
  readonly #log: (line: string) => void;
  #isCacheSuspect = true;

  constructor(checker: Checker, cacheFolder: string, log: (line: string) => void) {
    this.engine = checker.engine;
    this.#checker = checker;
    this.#cacheFolder = cacheFolder;
    this.#log = log;
  }

  async check(options: CheckOptions): Promise<CheckRun> {
    const run = await this.#checker.check(options);
    if (!isCrash(run)) {
      if (run.kind === 'complete') this.#isCacheSuspect = true;
      return run;
    }
    if (!this.#isCacheSuspect || !(await this.#emptyCache())) return run;
    this.#log('mypy crashed; its cache is dropped and it runs once more.');
    const second = await this.#checker.check(options);
    this.#isCacheSuspect = !isCrash(second);
    return second;
  }

  dispose(): Promise<void> {
    return this.#checker.dispose();
  }

  /** Whether there was something in the cache. */
  async #emptyCache(): Promise<boolean> {
    const entries = await readFolder(this.#cacheFolder);
    // One folder a target version of Python holds the cache; the rest are mypy's and our markers.
    const caches = entries.filter((name) => /^\d+\.\d+$/.test(name));
    for (const name of caches) {
      await rm(join(this.#cacheFolder, name), { recursive: true, force: true });
    }
    return caches.length > 0;
  }
}

function isCrash(run: CheckRun): boolean {
  if (run.kind === 'blocked') return run.blockers.some(isOfCache);
  return run.kind === 'failed' && run.failure.kind === 'crashed';
}

/** Metadata that is no JSON blocks mypy as a syntax error does (`_load_json_file` of build.py). */
function isOfCache({ message }: MypyError): boolean {
  return message.endsWith('you likely have a bad cache.');
}

async function readFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    // No folder, or none of ours: nothing to drop.
    return [];
  }
}
