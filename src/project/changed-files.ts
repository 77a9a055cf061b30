import { relative } from 'node:path';
import { toSlashes } from '../core/path/place.js';

/** Finds, of files that changed, those that mypy would take for unchanged. */
export type FindUnseen = (changed: readonly string[]) => Promise<readonly string[]>;

/** Which files changed since which run. All paths are absolute where nothing else is said. */
export class ChangedFiles {
  /** Since the last run began. */
  readonly #changed = new Set<string>();
  /** Those that mypy must be told to read again; they stay until a run was not cancelled. */
  readonly #unseen = new Set<string>();
  /** Since the last plain run that was complete began. */
  readonly #edited = new Set<string>();
  readonly #root: string;
  readonly #findUnseen: FindUnseen;

  /** @param root Absolute; mypy's paths are relative to it. */
  constructor(root: string, findUnseen: FindUnseen) {
    this.#root = root;
    this.#findUnseen = findUnseen;
  }

  note(files: readonly string[]): void {
    for (const file of files) {
      this.#changed.add(file);
      this.#edited.add(file);
    }
  }

  /** What a run that begins now has to be told: see `CheckOptions.forget`. */
  async takeUnseen(): Promise<readonly string[]> {
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const file of await this.#findUnseen(changed)) this.#unseen.add(file);
    return [...this.#unseen];
  }

  /** A run was told of these and came to its end. */
  forgot(files: readonly string[]): void {
    for (const file of files) this.#unseen.delete(file);
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
}
