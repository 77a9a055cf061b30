import { isDeepStrictEqual } from 'node:util';
import type { ProjectActivity } from '../../core/check/project-activity.js';
import type { ErrorNamer } from '../../core/error/error-id.js';
import type { BaselineKeeper } from '../baseline-keeper.js';
import { environmentOf } from '../environment-of.js';
import type { Preparation } from '../ports.js';
import type { CompleteCheck } from '../reconciler.js';
import type { RecalledCheck, ResultMemory } from './result-memory.js';
import type { ColdCheck } from './stored-result.js';

/** What the last check like a running one came to, where that is known. */
export type Expectation = Pick<
  Extract<ProjectActivity, { kind: 'checking' }>,
  'lastMs' | 'lastFiles'
>;

/**
 * What an earlier session found, shown until mypy has run. It never counts as a check: the keeper
 * writes only by what has plain mypy's authority.
 */
export class LastSession {
  readonly #memory: ResultMemory | null;
  readonly #keeper: BaselineKeeper;
  readonly #namer: ErrorNamer;
  #recalled: RecalledCheck | null = null;
  /** How much the last check without a cache was; also another mypy's is a good guess. */
  #cold: ColdCheck | null = null;
  #preparation: Preparation | undefined;
  #isOver = false;

  /** @param memory Null where nothing is kept. */
  constructor(memory: ResultMemory | null, keeper: BaselineKeeper, namer: ErrorNamer) {
    this.#memory = memory;
    this.#keeper = keeper;
    this.#namer = namer;
  }

  /**
   * What a check like the running one came to.
   *
   * @param files As `CheckProgress.files`: null for a check with a cache.
   * @param lastMs How long the last one here took; null before there was one.
   */
  expect(files: number | null, lastMs: number | null): Expectation {
    if (files === null) {
      return { lastMs: lastMs ?? this.#recalled?.durationMs ?? null, lastFiles: null };
    }
    return { lastMs: this.#cold?.durationMs ?? null, lastFiles: this.#cold?.files ?? null };
  }

  /** Hands the last result to the keeper, if there is one that fits and no check yet. */
  async recall(): Promise<void> {
    const recalled = (await this.#memory?.recall()) ?? null;
    this.#cold ??= recalled?.cold ?? null;
    if (recalled === null || this.#isOver || !this.#fits(recalled)) return;
    this.#recalled = recalled;
    const { errors } = recalled;
    const ids = this.#namer.name(errors);
    this.#keeper.take({ ...recalled, ids, unchanged: [], authority: 'last-session' });
  }

  /** Tells what runs will be made with. Returns whether that made a result void that was shown. */
  meet(preparation: Preparation): boolean {
    this.#preparation = preparation;
    if (this.#isOver || this.#recalled === null || this.#fits(this.#recalled)) return false;
    this.#recalled = null;
    this.#keeper.take(null);
    return true;
  }

  /**
   * Ends with the first complete check; those of plain mypy are kept for the next session.
   *
   * @param activity With the last that was to be seen of the run.
   */
  keep(check: CompleteCheck, startedAt: number, activity: ProjectActivity): void {
    this.#isOver = true;
    const files = activity.kind === 'checking' ? activity.files : null;
    if (files !== null) this.#cold = { durationMs: check.durationMs, files };
    const { errors, environment, checkedAt, durationMs, checkedFiles, authority } = check;
    if (environment === null || authority !== 'plain') return;
    this.#memory?.keep({
      errors,
      environment,
      startedAt,
      checkedAt,
      durationMs,
      checkedFiles,
      cold: this.#cold,
    });
  }

  /** Resolves when all is written. */
  async close(): Promise<void> {
    await this.#memory?.close();
  }

  /** Another mypy or configuration finds other errors. */
  #fits({ environment }: RecalledCheck): boolean {
    if (this.#preparation === undefined) return true;
    return isDeepStrictEqual(environment, environmentOf(this.#preparation));
  }
}
