import type { ProjectActivity } from '../core/check/project-activity.js';
import { formatNumber } from '../core/number/format-number.js';
import type { Terminal } from './terminal.js';

/** Draws what a check is doing on one line of a terminal; elsewhere nothing. */
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
    const files = activity.files === null ? '' : `, ${formatNumber(activity.files)} files`;
    const seconds = Math.round(activity.elapsedMs / 1000);
    this.#terminal.err(`\r\u001B[KRunning mypy… ${seconds} s${files}`);
    this.#drawn = true;
  }

  clear(): void {
    if (this.#drawn) this.#terminal.err('\r\u001B[K');
    this.#drawn = false;
  }
}
