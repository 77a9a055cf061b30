import type { ChosenPython } from '../core/problem/problem.js';

/** What is chosen for a folder in other extensions. */
export class ChosenPythons {
  readonly #ask: () => Promise<readonly ChosenPython[]>;
  /** The last answer, as JSON. */
  #known = '';

  constructor(ask: () => Promise<readonly ChosenPython[]>) {
    this.#ask = ask;
  }

  async list(): Promise<readonly ChosenPython[]> {
    const pythons = await this.#ask();
    this.#known = JSON.stringify(pythons);
    return pythons;
  }

  /** Whether the answer is another by now: extensions that share a choice each tell of it. */
  async haveChanged(): Promise<boolean> {
    const before = this.#known;
    await this.list();
    return before !== '' && before !== this.#known;
  }
}
