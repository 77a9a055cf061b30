import { relative } from 'node:path';
import { toSlashes } from '../core/path/place.js';
import { type FileState, SameSecondChanges } from '../mypy/checker/same-second-changes.js';
import { SeenContents } from './seen-contents.js';

/** Reads files as they are now; those that cannot be read are left out. */
export type ReadStates = (files: readonly string[]) => Promise<readonly FileState[]>;

/** Which files changed since which run. All paths are absolute where nothing else is said. */
export class ChangedFiles {
  /** Since the last run began. */
  readonly #changed = new Set<string>();
  /** Those that mypy must be told to read again; they stay until a run was not cancelled. */
  readonly #unseen = new Set<string>();
  /** Since the last plain run that was complete began. */
  readonly #edited = new Set<string>();
  readonly #sameSecond = new SameSecondChanges();
  readonly #seen = new SeenContents();
  readonly #root: string;
  readonly #readStates: ReadStates;

  /** @param root Absolute; mypy's paths are relative to it. */
  constructor(root: string, readStates: ReadStates) {
    this.#root = root;
    this.#readStates = readStates;
  }

  note(files: readonly string[]): void {
    for (const file of files) {
      this.#changed.add(file);
      this.#edited.add(file);
    }
  }

  /**
   * What a run that begins now has to be told: see `CheckOptions.forget`.
   *
   * @param startedAt Epoch milliseconds.
   */
  async takeUnseen(startedAt: number): Promise<readonly string[]> {
    do {
      await this.#takeChanged(startedAt);
      // Saves that came meanwhile count for the run too.
    } while (this.#changed.size > 0);
    return [...this.#unseen];
  }

  /** A run was told of these and came to its end. */
  forgot(files: readonly string[]): void {
    for (const file of files) this.#unseen.delete(file);
  }

  /** A person looks at a file, and may save it without having changed it. */
  async open(file: string): Promise<void> {
    if (this.#edited.has(file) || !this.#seen.open(file)) return;
    const [state] = await this.#readStates([file]);
    if (state !== undefined && !this.#edited.has(file)) this.#seen.recordOpened(state);
  }

  /** Whether the last plain run saw all that changed, and a file byte for byte as it is now. */
  async isAsSeen(file: string): Promise<boolean> {
    if (this.#edited.size > 0 || this.#unseen.size > 0) return false;
    const [state] = await this.#readStates([file]);
    return this.#edited.size === 0 && state !== undefined && this.#seen.has(state);
  }

  /** Whether something changed since the last run began. */
  get isPending(): boolean {
    return this.#changed.size > 0;
  }

  /** Paths, relative to the root, of what was edited since plain mypy looked at it. */
  get editedPaths(): ReadonlySet<string> {
    return new Set([...this.#edited].map((file) => toSlashes(relative(this.#root, file))));
  }

  /** What was edited so far, for {@link confirm}. */
  get edited(): readonly string[] {
    return [...this.#edited];
  }

  /** Plain mypy has looked at everything; these were edited before it began. */
  confirm(files: readonly string[]): void {
    for (const file of files) {
      if (!this.#changed.has(file)) this.#edited.delete(file);
    }
  }

  async #takeChanged(startedAt: number): Promise<void> {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    const states = await this.#readStates([...changed, ...this.#seen.takeOpened()]);
    this.#seen.record(states, startedAt);
    const unseen = this.#sameSecond.findUnseen(states.filter(({ path }) => changed.has(path)));
    for (const file of unseen) this.#unseen.add(file);
  }
}
