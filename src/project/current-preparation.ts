import type { Preparation, PreparationResult } from './ports.js';

/** The preparation that runs are made with, kept until it is outdated. */
export class CurrentPreparation {
  #value: Preparation | undefined;
  #isOutdated = false;
  readonly #prepare: (signal: AbortSignal) => Promise<PreparationResult>;

  constructor(prepare: (signal: AbortSignal) => Promise<PreparationResult>) {
    this.#prepare = prepare;
  }

  get value(): Preparation | undefined {
    return this.#value;
  }

  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** The next run makes it anew: the checker of the running one must live until that has ended. */
  outdate(): void {
    this.#isOutdated = true;
  }

  /** The one there is, or a new one. */
  async obtain(signal: AbortSignal): Promise<PreparationResult | { readonly kind: 'cancelled' }> {
    if (this.#isOutdated || (await this.#value?.isCurrent()) === false) await this.dispose();
    if (this.#value !== undefined) return { kind: 'ready', preparation: this.#value };
    const prepared = await this.#prepare(signal);
    if (signal.aborted) {
      if (prepared.kind === 'ready') await prepared.preparation.checker.dispose();
      return { kind: 'cancelled' };
    }
    if (prepared.kind === 'ready') this.#value = prepared.preparation;
    return prepared;
  }

  async dispose(): Promise<void> {
    const preparation = this.#value;
    this.#value = undefined;
    this.#isOutdated = false;
    await preparation?.checker.dispose();
  }
}
