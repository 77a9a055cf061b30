import { stat } from 'node:fs/promises';

/** Below this many files the list is kept whole; a session rarely saves more. */
const REMEMBERED_FILES = 1_000;

/**
 * Files as the editor saved them. The watcher sees each save too, a moment later; without this
 * every save would be checked twice.
 */
export class SavedFiles {
  /** By absolute path: modification time (ns) and size (bytes). */
  readonly #stamps = new Map<string, string>();

  async remember(file: string): Promise<void> {
    const stamp = await stampOf(file);
    this.#stamps.delete(file);
    this.#stamps.set(file, stamp);
    const [oldest] = this.#stamps.keys();
    if (this.#stamps.size > REMEMBERED_FILES && oldest !== undefined) this.#stamps.delete(oldest);
  }

  /** Of changed files, those that are not just as the editor saved them. */
  async without(files: Iterable<string>): Promise<readonly string[]> {
    const foreign: string[] = [];
    for (const file of files) {
      const known = this.#stamps.get(file);
      if (known === undefined || known !== (await stampOf(file))) foreign.push(file);
    }
    return foreign;
  }
}

async function stampOf(file: string): Promise<string> {
  try {
    const { mtimeNs, size } = await stat(file, { bigint: true });
    return `${mtimeNs}:${size}`;
  } catch {
    // Gone meanwhile: as good a state as any other, and unlike every stamp.
    return 'gone';
  }
}
