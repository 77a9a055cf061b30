import { readFile, stat } from 'node:fs/promises';
import { setRecent } from '../../core/list/set-recent.js';

/** A file as it was at some moment. */
export interface FileState {
  /** Absolute. */
  readonly path: string;
  /** Whole seconds since the epoch, as mypy compares them. */
  readonly mtimeSeconds: number;
  /** Bytes. */
  readonly size: number;
  /** Of the content. */
  readonly hash: string;
}

/**
 * Of one file, the least recent going first. mypy knows a file as a run left it: to be taken for an
 * older one it needs a time that was set back, and as many runs since that came to nothing.
 */
const REMEMBERED_MOMENTS = 32;

/**
 * Tells which changed files mypy takes for unchanged: those that keep their size and were written
 * twice within one second, with a run between (`validate_meta` in mypy/build.py compares size and
 * whole seconds, from 1.4 to 2.4). To hear of every change once is enough: a run may have seen any
 * content that a file had at its size and second, so any other content is one it may not see.
 */
export class SameSecondChanges {
  /** By path, and then by second and size: the contents that a run may have seen. */
  readonly #seen = new Map<string, Map<string, Set<string>>>();

  /**
   * Call before a run, with the files that changed since the one before.
   *
   * @returns The paths for {@link CheckOptions.forget}.
   */
  findUnseen(changed: readonly FileState[]): readonly string[] {
    return changed.filter((state) => this.#isUnseen(state)).map(({ path }) => path);
  }

  #isUnseen({ path, mtimeSeconds, size, hash }: FileState): boolean {
    const moments = this.#seen.get(path) ?? new Map<string, Set<string>>();
    this.#seen.set(path, moments);
    const moment = `${mtimeSeconds} ${size}`;
    const contents = moments.get(moment) ?? new Set();
    setRecent(moments, moment, contents.add(hash), REMEMBERED_MOMENTS);
    return contents.size > 1;
  }
}

/** Files looked at side by side: after a checkout of ten thousand, all at once would be too many open. */
const SIDE_BY_SIDE = 64;

/** Files (absolute paths) as they are, without those that cannot be read, as mypy notices itself. */
export async function readFileStates(paths: readonly string[]): Promise<readonly FileState[]> {
  const states: FileState[] = [];
  for (let start = 0; start < paths.length; start += SIDE_BY_SIDE) {
    const some = paths.slice(start, start + SIDE_BY_SIDE);
    const read = await Promise.all(some.map(readFileState));
    states.push(...read.filter((state) => state !== undefined));
  }
  return states;
}

/** A file as it is; undefined when it cannot be read, which mypy notices by itself. */
async function readFileState(path: string): Promise<FileState | undefined> {
  try {
    // In this order: somebody may write meanwhile, and a new content is never to bear an old time.
    const content = await readFile(path);
    const { mtimeMs, size } = await stat(path);
    // Loaded by who needs it: the command line never does.
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(content).digest('hex');
    return { path, mtimeSeconds: Math.floor(mtimeMs / 1000), size, hash };
  } catch {
    // Gone or out of reach: mypy fails to stat it just the same.
    return undefined;
  }
}
