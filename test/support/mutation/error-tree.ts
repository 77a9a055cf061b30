import type { MypyError } from '../../../src/core/error/mypy-error.js';
import type { Line, SourceTree, TrackedError } from './source-tree.js';

/** A tree of files and what mypy found in them. */
export interface ErrorTree {
  readonly files: ReadonlyMap<string, string>;
  readonly errors: readonly MypyError[];
}

/**
 * Puts errors on the lines that they stand on.
 *
 * @param origins For each error whose twin it is; itself when absent.
 */
export function toSourceTree(
  { files, errors }: ErrorTree,
  origins: readonly (number | null)[] = [...errors.keys()],
): SourceTree {
  const byPlace = new Map<string, TrackedError[]>();
  for (const [index, { path, start, code, message }] of errors.entries()) {
    const place = `${path}:${start.line}`;
    const group = byPlace.get(place) ?? [];
    byPlace.set(place, group);
    group.push({ origin: origins[index] ?? null, code, message, column: start.column });
  }
  const toLine = (path: string, text: string, index: number): Line => ({
    text,
    errors: byPlace.get(`${path}:${index + 1}`) ?? [],
  });
  return new Map(
    [...files].map(([path, text]) => [
      path,
      { path, lines: text.split('\n').map((line, index) => toLine(path, line, index)) },
    ]),
  );
}

/** The text of each file of a tree. */
export function textsOf(tree: SourceTree): ReadonlyMap<string, string> {
  return new Map(
    [...tree].map(([path, { lines }]) => [path, lines.map(({ text }) => text).join('\n')]),
  );
}
