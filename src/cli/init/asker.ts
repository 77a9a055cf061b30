/** Asks the person at the terminal; tests answer in their place. */
export interface Asker {
  /** @param fallback What Enter says, and what holds where nobody can be asked. */
  confirm(question: string, fallback: boolean): Promise<boolean>;
  choose<Choice extends string>(
    question: string,
    choices: readonly Choice[],
    fallback: Choice,
  ): Promise<Choice>;
}

/** Asks nobody: what scripts, pipelines and `--yes` get. */
export const SILENT_ASKER: Asker = {
  confirm: (_question, fallback) => Promise.resolve(fallback),
  choose: (_question, _choices, fallback) => Promise.resolve(fallback),
};
