/** Lines that differ, as the head of a `-U0` hunk has them. A count of 0 is an empty side. */
export interface Hunk {
  /** 1-based; with a count of 0 the line after which the other side's lines stand. */
  readonly oldStart: number;
  readonly oldCount: number;
  /** As {@link oldStart}. */
  readonly newStart: number;
  readonly newCount: number;
}

/** One file that differs between two commits. */
export interface FileChange {
  /** Undefined for a file that was added. */
  readonly oldPath: string | undefined;
  /** Undefined for a file that was deleted. */
  readonly newPath: string | undefined;
  /** In the order of their lines. */
  readonly hunks: readonly Hunk[];
}

const FILE_HEAD = 'diff --git ';
const HUNK_HEAD = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** git's arguments for a diff that {@link parseHunks} reads, whatever the person has configured. */
export const HUNK_DIFF: readonly string[] = [
  '-c',
  'core.quotePath=false',
  'diff',
  '-U0',
  '-M',
  '--histogram',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

/**
 * Reads what git prints for {@link HUNK_DIFF}. Files of which only the mode differs, and empty ones,
 * have nothing to say and are left out.
 *
 * @throws Error for a path that git has to quote.
 */
export function parseHunks(diff: string): readonly FileChange[] {
  const lines = diff.split('\n');
  const changes: FileChange[] = [];
  for (let index = 0; index < lines.length; ) {
    if (!lines[index]?.startsWith(FILE_HEAD)) {
      index++;
      continue;
    }
    const { change, end } = parseFile(lines, index + 1);
    if (change.oldPath !== undefined || change.newPath !== undefined) changes.push(change);
    index = end;
  }
  return changes;
}

/** One file, from the line after its head to the next head. */
function parseFile(
  lines: readonly string[],
  start: number,
): { readonly change: FileChange; readonly end: number } {
  let [oldPath, newPath]: (string | undefined)[] = [];
  const hunks: Hunk[] = [];
  let index = start;
  for (let line = lines[index]; line !== undefined && !line.startsWith(FILE_HEAD); ) {
    const hunk = parseHunkHead(line);
    if (hunk === undefined) {
      oldPath = pathAfter(line, 'rename from ') ?? pathAfter(line, '--- a/') ?? oldPath;
      newPath = pathAfter(line, 'rename to ') ?? pathAfter(line, '+++ b/') ?? newPath;
      index++;
    } else {
      hunks.push(hunk);
      index = skipBody(lines, index + 1, hunk);
    }
    line = lines[index];
  }
  return { change: { oldPath, newPath, hunks }, end: index };
}

function parseHunkHead(line: string): Hunk | undefined {
  const match = HUNK_HEAD.exec(line);
  if (match === null) return undefined;
  const [, oldStart, oldCount = '1', newStart, newCount = '1'] = match;
  return {
    oldStart: Number(oldStart),
    oldCount: Number(oldCount),
    newStart: Number(newStart),
    newCount: Number(newCount),
  };
}

/** The index after a hunk's lines, which may look like heads themselves. */
function skipBody(lines: readonly string[], start: number, { oldCount, newCount }: Hunk): number {
  let index = start;
  for (let left = oldCount + newCount; left > 0 && index < lines.length; index++) {
    if (!lines[index]?.startsWith('\\')) left--;
  }
  return index;
}

function pathAfter(line: string, prefix: string): string | undefined {
  if (/^(?:rename (?:from|to) |[-+]{3} )"/.test(line)) {
    throw new Error(`git quotes a path that cannot be read here: ${line}`);
  }
  // git ends a path that holds a space with a tab.
  return line.startsWith(prefix) ? line.slice(prefix.length).replace(/\t$/, '') : undefined;
}
