import type { Asker } from '../../../src/cli/init/asker.js';

/** Says yes to all, or no, and keeps what was asked. */
export class ScriptedAsker implements Asker {
  readonly asked: string[] = [];
  readonly #yes: boolean;

  constructor(yes: boolean) {
    this.#yes = yes;
  }

  confirm(question: string): Promise<boolean> {
    this.asked.push(question);
    return Promise.resolve(this.#yes);
  }

  /** Yes is the last of the choices. */
  choose<Choice extends string>(
    question: string,
    choices: readonly Choice[],
    fallback: Choice,
  ): Promise<Choice> {
    this.asked.push(question);
    return Promise.resolve((this.#yes ? choices.at(-1) : undefined) ?? fallback);
  }
}
