import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckRun } from '../../core/check/check-run.js';
import { isCold } from '../cache/mypy-caches.js';
import type { Checker, CheckOptions } from './checker.js';
import { CheckerLayer } from './checker-layer.js';

const COUNT_NAME = 'files-so-far.txt';

/**
 * Counts the files of a check that begins without a cache, which is the one that takes long. mypy
 * puts each file into its cache when it is done with it, and `worker.py` counts that. One that was
 * ended before is gone on with: what it had done is in the cache, and its count is still there.
 */
export class CountingChecker extends CheckerLayer {
  readonly #cacheFolder: string;

  constructor(checker: Checker, cacheFolder: string) {
    super(checker);
    this.#cacheFolder = cacheFolder;
  }

  override check(options: CheckOptions): Promise<CheckRun> {
    const { onProgress } = options;
    if (onProgress === undefined) return this.inner.check(options);
    const countInto = join(this.#cacheFolder, COUNT_NAME);
    if (isCold(this.#cacheFolder)) rmSync(countInto, { force: true });
    else if (!existsSync(countInto)) return this.inner.check(options);
    return this.#count(options, countInto, onProgress);
  }

  async #count(
    options: CheckOptions,
    countInto: string,
    onProgress: NonNullable<CheckOptions['onProgress']>,
  ): Promise<CheckRun> {
    let elapsedMs = 0;
    const report = () => onProgress({ elapsedMs, files: readCount(countInto) });
    const run = await this.inner.check({
      ...options,
      countInto,
      onProgress: (progress) => {
        elapsedMs = progress.elapsedMs;
        report();
      },
    });
    if (run.kind === 'complete') {
      // How many there are in all is worth more than any count before.
      report();
      rmSync(countInto, { force: true });
    }
    return run;
  }
}

/** Null where nobody counts. */
function readCount(file: string): number | null {
  try {
    const count = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isNaN(count) ? 0 : count;
  } catch {
    // mypy runs without our worker, or has not begun.
    return null;
  }
}
