import { mergePreview } from '../core/check/merge-preview.js';
import type { MypyError } from '../core/error/mypy-error.js';
import type { ChangedFiles } from './changed-files.js';
import type { CompleteRun } from './run-problems.js';
import { type CheckTrigger, mayPreview } from './trigger.js';

/**
 * What mypy's daemon may answer, what of its answer is believed, and when plain mypy confirms it:
 * once nobody saves any more.
 */
export class Previews {
  /** What plain mypy found last. */
  #plain: readonly MypyError[] | null = null;
  /** What previews answered since. */
  readonly #unconfirmed = new Set<CheckTrigger>();
  #timer: NodeJS.Timeout | undefined;
  readonly #changes: ChangedFiles;
  readonly #afterMs: number;
  readonly #confirm: () => void;

  /**
   * @param afterMs How long nothing must have happened before plain mypy is asked.
   * @param confirm Asks for a plain check.
   */
  constructor(changes: ChangedFiles, afterMs: number, confirm: () => void) {
    this.#changes = changes;
    this.#afterMs = afterMs;
    this.#confirm = confirm;
  }

  /** Another check begins; plain mypy is asked after it, if it is a preview again. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** For `CheckOptions`. */
  authorityFor(triggers: ReadonlySet<CheckTrigger>): 'plain' | 'any' {
    return this.#plain !== null && mayPreview(triggers) ? 'any' : 'plain';
  }

  /**
   * What of a complete run is to be believed.
   *
   * @param edited What was edited before it began.
   */
  weigh(run: CompleteRun, edited: readonly string[]): CompleteRun {
    if (run.authority === 'plain') {
      this.#plain = run.errors;
      this.#changes.confirm(edited);
      return run;
    }
    const errors = mergePreview(this.#plain ?? [], run.errors, this.#changes.editedPaths);
    return { ...run, errors };
  }

  /**
   * All that plain mypy has now answered, previews' part included; empty after a preview, which is
   * to be confirmed.
   */
  settle({ authority }: CompleteRun, triggers: ReadonlySet<CheckTrigger>): Set<CheckTrigger> {
    const answered = new Set([...this.#unconfirmed, ...triggers]);
    this.#unconfirmed.clear();
    if (authority === 'plain') return answered;
    for (const trigger of answered) this.#unconfirmed.add(trigger);
    this.pause();
    this.#timer = setTimeout(this.#confirm, this.#afterMs);
    return new Set();
  }
}
