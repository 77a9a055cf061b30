import { stripFormat } from '../../core/compare/normalise.js';
import type { FileChange, Hunk, SourceChanges } from '../../core/compare/source-changes.js';
import { unquotePath } from './unquote-path.js';

const HUNK_HEADER = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const NO_FILE = '/dev/null';

/**
 * Reads the output of `git diff --no-prefix` with the whole files as context. Deleted files are left
 * out: no error can stand in them.
 */
export function parseDiff(diff: string): SourceChanges {
  const changes = new Map<string, FileChange>();
  let from = '';
  let file = new ChangedFile();
  for (const line of diff.split('\n')) {
    if (file.isWithinHunk) file.read(line);
    else if (line.startsWith('diff --git ')) file = new ChangedFile();
    else if (line.startsWith('rename from ')) from = pathAfter('rename from ', line);
    else if (line.startsWith('rename to ')) {
      changes.set(pathAfter('rename to ', line), file.toChange(from));
    } else if (line.startsWith('--- ')) from = pathAfter('--- ', line);
    else if (line.startsWith('+++ ')) {
      const path = pathAfter('+++ ', line);
      if (path !== NO_FILE) changes.set(path, file.toChange(from));
    } else file.open(line);
  }
  return changes;
}

/** git ends a path that holds a space with a tab. */
function pathAfter(prefix: string, line: string): string {
  return unquotePath(line.slice(prefix.length).replace(/\t$/, ''));
}

/** One file of the diff while it is read. */
class ChangedFile {
  readonly #hunks: Hunk[] = [];
  readonly #keptLines = new Set<string>();
  /** Lines that the present hunk of git's still has, of each side. */
  #oldLeft = 0;
  #newLeft = 0;
  /** 1-based line of the file as it is now that comes next. */
  #next = 1;
  #oldLines: string[] = [];
  #added = 0;

  get isWithinHunk(): boolean {
    return this.#oldLeft > 0 || this.#newLeft > 0;
  }

  /** The lists are filled as the file is read. */
  toChange(from: string): FileChange {
    return { from, hunks: this.#hunks, keptLines: this.#keptLines };
  }

  open(line: string): void {
    const match = HUNK_HEADER.exec(line);
    if (match === null) return;
    const [, oldCount = '1', newStart = '1', newCount = '1'] = match;
    this.#oldLeft = Number(oldCount);
    this.#newLeft = Number(newCount);
    this.#next = Number(newStart);
  }

  read(line: string): void {
    if (line.startsWith('\\')) return;
    const text = line.slice(1);
    if (line.startsWith('-')) {
      this.#oldLines.push(text);
      this.#oldLeft--;
    } else if (line.startsWith('+')) {
      this.#added++;
      this.#newLeft--;
    } else {
      this.#close();
      this.#keptLines.add(stripFormat(text));
      this.#next++;
      this.#oldLeft--;
      this.#newLeft--;
    }
    if (!this.isWithinHunk) this.#close();
  }

  /** Ends a run of changed lines. */
  #close(): void {
    if (this.#oldLines.length === 0 && this.#added === 0) return;
    const newCount = this.#added;
    this.#hunks.push({ oldLines: this.#oldLines, newStart: this.#next, newCount });
    this.#next += newCount;
    this.#oldLines = [];
    this.#added = 0;
  }
}
