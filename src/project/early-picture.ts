import { mergePreview } from '../core/check/merge-preview.js';
import type { ErrorNamer } from '../core/error/error-id.js';
import type { MypyError } from '../core/error/mypy-error.js';
import type { EarlyListener } from '../mypy/checker/early-errors.js';
import type { BaselineKeeper } from './baseline-keeper.js';
import type { ProjectPorts } from './ports.js';
import type { CompleteCheck } from './reconciler.js';

/** What it takes to show errors. */
export interface EarlyParts {
  readonly ports: Pick<ProjectPorts, 'locate' | 'log'>;
  readonly keeper: BaselineKeeper;
  readonly namer: ErrorNamer;
  /** Shows what the keeper holds. */
  readonly show: () => Promise<void>;
}

/** More files than this were not edited by a person. */
const MOST_FILES = 20;

/**
 * The last picture with the errors of edited files as a running mypy has printed them already. It is
 * a preview: nothing is decided on it, and it is taken back when the run gives no verdict.
 */
export class EarlyPicture {
  readonly #parts: EarlyParts;
  readonly #last: CompleteCheck | null;
  #showing: Promise<void> = Promise.resolve();
  #hasEnded = false;
  #isShown = false;

  /** @param last What was found last. */
  constructor(last: CompleteCheck | null, parts: EarlyParts) {
    this.#last = last;
    this.#parts = parts;
  }

  /**
   * For `CheckOptions`; undefined where there is nothing to compare with.
   *
   * @param edited Paths relative to the root.
   */
  listener(edited: ReadonlySet<string>): EarlyListener | undefined {
    const last = this.#last;
    if (last?.authority !== 'plain' || edited.size === 0 || edited.size > MOST_FILES)
      return undefined;
    return {
      paths: [...edited],
      onErrors: (errors) => {
        this.#showing = this.#show(last, errors).catch((error: unknown) =>
          this.#parts.ports.log.error(String(error)),
        );
      },
    };
  }

  /** The run has ended: nothing more is shown when this resolves, and the last picture if need be. */
  async end(isComplete: boolean): Promise<void> {
    this.#hasEnded = true;
    await this.#showing;
    if (isComplete || !this.#isShown) return;
    this.#parts.keeper.take(this.#last);
    await this.#parts.show();
  }

  async #show(last: CompleteCheck, errors: readonly MypyError[]): Promise<void> {
    const { ports, keeper, namer, show } = this.#parts;
    const located = await ports.locate(errors, last.environment?.mypy ?? null);
    if (this.#hasEnded) return;
    const files = new Set(located.map(({ path }) => path));
    const merged = mergePreview(last.errors, located, files);
    keeper.take({ ...last, errors: merged, ids: namer.name(merged), authority: 'preview' });
    this.#isShown = true;
    await show();
  }
}
