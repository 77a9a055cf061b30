import type { Terminal } from '../cli/terminal.js';

/** A terminal that keeps what the gate has to tell a person, for an annotation and a comment. */
export class ActionTerminal implements Terminal {
  readonly isInteractive = false;
  readonly hasColors = false;
  readonly cwd: string;
  readonly env: Terminal['env'];
  readonly out: (text: string) => void;
  #told = '';

  constructor({ cwd, env, out }: Pick<Terminal, 'cwd' | 'env' | 'out'>) {
    this.cwd = cwd;
    this.env = env;
    this.out = out;
  }

  /** All that was told, without the last end of line. */
  get told(): string {
    return this.#told.trimEnd();
  }

  /**
   * Kept and not printed: the runner obeys workflow commands wherever they stand in an action's
   * output, and this text has lines of other people's code in it.
   */
  err(text: string): void {
    this.#told += text;
  }

  readInput(): Promise<string> {
    return Promise.reject(new Error('an action has no standard input: name a file'));
  }
}
