import type { ProjectActivity } from '../core/check/project-activity.js';
import { ENGLISH } from '../core/language/language.js';
import type { Terminal } from './terminal.js';

/** How often a count is drawn anew. */
const DRAWN_COUNT = 25;

/** Draws what a command is doing on one line of a terminal; elsewhere nothing. */
export class Progress {
  #drawn = false;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(activity: ProjectActivity): void {
    if (!this.#terminal.isInteractive) return;
    if (activity.kind === 'idle') {
      this.clear();
      return;
    }
    const files = activity.files === null ? '' : `, ${ENGLISH.number(activity.files)} files`;
    const seconds = Math.round(activity.elapsedMs / 1000);
    this.#draw(`Running mypy… ${seconds} s${files}`);
  }

  /** @param what Of which there are so many: `commits`. */
  count(what: string, done: number, of: number): void {
    if (!this.#terminal.isInteractive || done % DRAWN_COUNT !== 0) return;
    this.#draw(`Reading ${ENGLISH.number(done)} of ${ENGLISH.number(of)} ${what}…`);
  }

  clear(): void {
    if (this.#drawn) this.#terminal.err('\r\u001B[K');
    this.#drawn = false;
  }

  #draw(words: string): void {
    this.#terminal.err(`\r\u001B[K${words}`);
    this.#drawn = true;
  }
}
