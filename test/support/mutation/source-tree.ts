/** An error that travels with its line from one state of a source tree to the next. */
export interface TrackedError {
  /** Index of the baseline entry that is truly its own; null for an error that is new. */
  readonly origin: number | null;
  readonly code: string;
  readonly message: string;
  /** 1-based, as mypy gave it for the line's first state: only the order on a line counts. */
  readonly column: number;
}

/** A line of Python and the errors on it. */
export interface Line {
  readonly text: string;
  readonly errors: readonly TrackedError[];
}

export interface SourceFile {
  /** Relative to the tree, `/`-separated. */
  readonly path: string;
  readonly lines: readonly Line[];
}

/** Python files by path. Files that a mutation leaves alone stay the very same values. */
export type SourceTree = ReadonlyMap<string, SourceFile>;

/** Lines without errors. */
export function plainLines(...texts: readonly string[]): readonly Line[] {
  return texts.map((text) => ({ text, errors: [] }));
}

/** The tree with other lines in one file. */
export function withLines(tree: SourceTree, path: string, lines: readonly Line[]): SourceTree {
  return new Map(tree).set(path, { path, lines });
}

/** The tree with each line of the files chosen replaced; lines that stay the same value count as unchanged. */
export function mapLines(tree: SourceTree, change: (line: Line, path: string) => Line): SourceTree {
  const files = [...tree].map(([path, file]): [string, SourceFile] => {
    const lines = file.lines.map((line) => change(line, path));
    const isSame = lines.every((line, index) => line === file.lines[index]);
    return [path, isSame ? file : { path, lines }];
  });
  return new Map(files);
}

/** A file's lines with some in the place of others: `count` lines from index `start` on. */
export function splice(
  lines: readonly Line[],
  start: number,
  count: number,
  replacement: readonly Line[] = [],
): readonly Line[] {
  return [...lines.slice(0, start), ...replacement, ...lines.slice(start + count)];
}

/** The same lines as somebody would have typed them anew: every error on them is new. */
export function asNew(lines: readonly Line[]): readonly Line[] {
  return lines.map(({ text, errors }) => ({
    text,
    errors: errors.map((error) => ({ ...error, origin: null })),
  }));
}
