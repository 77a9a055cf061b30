import { setRecent } from '../core/list/set-recent.js';
import { stampFile } from '../workspace/file-stamp.js';

/** Below this many files the list is kept whole; a session rarely saves more. */
const REMEMBERED_FILES = 1_000;

/**
 * Files as the editor saved them. The watcher sees each save too, a moment later; without this
 * every save would be checked twice.
 */
export class SavedFiles {
  /** By absolute path; undefined for a file that was gone. */
  readonly #stamps = new Map<string, string | undefined>();

  remember(file: string): void {
    setRecent(this.#stamps, file, stampFile(file), REMEMBERED_FILES);
  }

  /** Of changed files, those that are not just as the editor saved them. */
  without(files: Iterable<string>): readonly string[] {
    return [...files].filter(
      (file) => !this.#stamps.has(file) || this.#stamps.get(file) !== stampFile(file),
    );
  }
}
