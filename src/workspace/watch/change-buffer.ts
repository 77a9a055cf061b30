import type { ChangeSet } from './change-set.js';

/** The disk is quiet when nothing changed for so long. */
const QUIET_MS = 150;
/** Somebody who writes all the time is heard at least this often. */
const PATIENCE_MS = 1_000;

/** Gathers single changes until the disk is quiet, so that a checkout is one change. */
export class ChangeBuffer {
  #python = new Set<string>();
  #baseline = false;
  #configuration = false;
  #head = false;
  #repository = false;
  #firstAt: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #onChange: (changes: ChangeSet) => void;

  constructor(onChange: (changes: ChangeSet) => void) {
    this.#onChange = onChange;
  }

  addPython(path: string): void {
    this.#python.add(path);
    this.#wait();
  }

  addBaseline(): void {
    this.#baseline = true;
    this.#wait();
  }

  addConfiguration(): void {
    this.#configuration = true;
    this.#wait();
  }

  addHead(): void {
    this.#head = true;
    this.#wait();
  }

  addRepository(): void {
    this.#repository = true;
    this.#wait();
  }

  /** Forgets what was gathered and tells nothing more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    const now = Date.now();
    this.#firstAt ??= now;
    const longest = this.#firstAt + PATIENCE_MS - now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), Math.max(0, Math.min(QUIET_MS, longest)));
  }

  #tell(): void {
    const changes: ChangeSet = {
      python: this.#python,
      baseline: this.#baseline,
      configuration: this.#configuration,
      head: this.#head,
      repository: this.#repository,
    };
    this.#python = new Set();
    this.#baseline = this.#configuration = this.#head = this.#repository = false;
    this.#firstAt = undefined;
    this.#onChange(changes);
  }
}
