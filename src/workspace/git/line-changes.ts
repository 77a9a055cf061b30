import { availableParallelism } from 'node:os';
import type { FileChange } from './file-changes.js';
import { type GitStream, streamGit } from './stream-git.js';

/** Who is told the lines that the commits took out of a file and put into it. */
export interface LineChangeListener {
  /** @param line Without its line feed. */
  removed(change: FileChange, line: string): void;
  added(change: FileChange, line: string): void;
  /** All lines of a change have been told. */
  ended(change: FileChange): void;
}

/** git works in one thread; more processes than this would wait for the disk. */
const MOST_PROCESSES = 4;

/** Fewer changes than this are not worth another process. */
const LEAST_SHARE = 50;

/**
 * Tells the changed lines of each change, by git's own diffs, several at a time: content that is
 * read by one process in the order of history comes out of its cache.
 */
export async function readLineChanges(
  worktreeRoot: string,
  changes: readonly FileChange[],
  listener: LineChangeListener,
  signal: AbortSignal,
): Promise<GitStream> {
  const tasks = [...groupByPaths(changes).values()].flatMap(splitEvenly);
  const ends = await Promise.all(
    tasks.map((task) => readTask(worktreeRoot, task, listener, signal)),
  );
  return ends.find(({ kind }) => kind !== 'ok') ?? { kind: 'ok' };
}

/** A commit that renames the file is asked about both names; all others must not hear of the old one. */
function groupByPaths(changes: readonly FileChange[]): ReadonlyMap<string, readonly FileChange[]> {
  const groups = new Map<string, FileChange[]>();
  for (const change of changes) {
    const key = change.paths.join('\0');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return groups;
}

function splitEvenly(changes: readonly FileChange[]): readonly (readonly FileChange[])[] {
  const most = Math.min(availableParallelism(), MOST_PROCESSES);
  const parts = Math.max(1, Math.min(most, Math.floor(changes.length / LEAST_SHARE)));
  const size = Math.ceil(changes.length / parts);
  return Array.from({ length: parts }, (_, at) => changes.slice(at * size, (at + 1) * size));
}

async function readTask(
  folder: string,
  changes: readonly FileChange[],
  listener: LineChangeListener,
  signal: AbortSignal,
): Promise<GitStream> {
  const reader = new DiffReader(changes, listener);
  const end = await streamGit({
    folder,
    args: [
      '--literal-pathspecs',
      'diff-tree',
      '--stdin',
      '--root',
      '--patch',
      // A repository may tell git to see no text in it, or to show another one.
      '--text',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--unified=0',
      '--inter-hunk-context=0',
      '--find-renames',
      '--',
      ...(changes[0]?.paths ?? []),
    ],
    input: changes
      .map(({ commit, parent }) => `${commit} ${parent ?? ''}`.trim())
      .join('\n')
      .concat('\n'),
    signal,
    onLine: (line) => reader.read(line),
  });
  // The last one of a git that failed may be cut.
  if (end.kind === 'ok') reader.end();
  return end;
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/** Reads what `diff-tree --stdin` prints: the commit's hash, then its diff. */
class DiffReader {
  readonly #changes: ReadonlyMap<string, FileChange>;
  readonly #listener: LineChangeListener;
  #current: FileChange | undefined;
  /** Lines of the hunk that are still to come: a line of a file may look like anything. */
  #removedLeft = 0;
  #addedLeft = 0;

  constructor(changes: readonly FileChange[], listener: LineChangeListener) {
    this.#changes = new Map(changes.map((change) => [change.commit, change]));
    this.#listener = listener;
  }

  read(line: string): void {
    if (this.#removedLeft + this.#addedLeft > 0) this.#readHunkLine(line);
    else if (line.startsWith('@@')) this.#readHunk(line);
    else this.#readCommit(line);
  }

  end(): void {
    if (this.#current !== undefined) this.#listener.ended(this.#current);
    this.#current = undefined;
  }

  #readHunkLine(line: string): void {
    const change = this.#current;
    if (change === undefined) return;
    if (line.startsWith('-')) {
      this.#removedLeft -= 1;
      this.#listener.removed(change, line.slice(1));
    } else if (line.startsWith('+')) {
      this.#addedLeft -= 1;
      this.#listener.added(change, line.slice(1));
    }
    // Else git says that the last line of the file has no line feed.
  }

  #readHunk(line: string): void {
    const [, removed = '1', added = '1'] = HUNK.exec(line) ?? [];
    this.#removedLeft = Number(removed);
    this.#addedLeft = Number(added);
  }

  #readCommit(line: string): void {
    const change = this.#changes.get(line);
    if (change === undefined) return;
    this.end();
    this.#current = change;
  }
}
