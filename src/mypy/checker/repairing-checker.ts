import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckRun } from '../../core/check/check-run.js';
import type { Checker, CheckOptions } from './checker.js';
import { CheckerLayer } from './checker-layer.js';

/** In the cache's folder while a run has not come to its end. */
const MARKER = 'unfinished.txt';

/**
 * Has mypy's cache repaired after a run that did not come to its end: one that was killed, crashed,
 * or was replaced by a newer one, in this process or another. What it left half-written, the next
 * mypy would believe, and show old errors of files that were edited since.
 */
export class RepairingChecker extends CheckerLayer {
  readonly #marker: string;
  /** For a folder that cannot be written. */
  #isUnfinished = false;

  /** @param cacheFolder Absolute; nobody else uses it during a check. */
  constructor(checker: Checker, cacheFolder: string) {
    super(checker);
    this.#marker = join(cacheFolder, MARKER);
  }

  override async check(options: CheckOptions): Promise<CheckRun> {
    const repair = this.#isUnfinished || existsSync(this.#marker);
    this.#isUnfinished = true;
    if (!repair) await this.#mark();
    const run = await this.inner.check({ ...options, repair });
    if (run.kind === 'complete') {
      this.#isUnfinished = false;
      await this.#unmark();
    }
    return run;
  }

  async #unmark(): Promise<void> {
    try {
      await rm(this.#marker, { force: true });
    } catch {
      // A repair too many costs the next session some milliseconds.
      return;
    }
  }

  async #mark(): Promise<void> {
    try {
      await writeFile(this.#marker, '');
    } catch {
      // mypy will not be able to write there either, and this process remembers.
      return;
    }
  }
}
