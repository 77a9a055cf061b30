import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckRun } from '../../core/check/check-run.js';
import type { Checker, CheckOptions } from './checker.js';
import { CheckerLayer } from './checker-layer.js';

/** In the cache's folder while a run has not come to its end. */
const MARKER = 'unfinished.txt';

/**
 * Has mypy's cache repaired after a run that did not come to its end: one that was killed, crashed,
 * or was replaced by a newer one, in this process or another. What it left half-written, the next
 * mypy would believe, and show old errors of files that were edited since. The marker is written and
 * removed at once: to wait for that takes ten times as long, before mypy runs and after.
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
    if (!repair) this.#mark();
    const run = await this.inner.check({ ...options, repair });
    if (run.kind === 'complete') {
      this.#isUnfinished = false;
      this.#unmark();
    }
    return run;
  }

  #unmark(): void {
    try {
      rmSync(this.#marker, { force: true });
    } catch {
      // A repair too many costs the next session some milliseconds.
      return;
    }
  }

  #mark(): void {
    try {
      writeFileSync(this.#marker, '');
    } catch {
      // mypy will not be able to write there either, and this process remembers.
      return;
    }
  }
}
