import type { ReconciledError } from '../compare/reconciled-error.js';
import { toSlashes } from '../path/place.js';

/** Where a person or an assistant says that an error is. */
export interface NamedPlace {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** 1-based. */
  readonly line: number | undefined;
  /** 1-based, as mypy counts. */
  readonly column: number | undefined;
}

/**
 * Indexes of the errors that a word means: an id from a report, `FILE`, `FILE:LINE` or
 * `FILE:LINE:COLUMN`.
 *
 * @param ids Of the errors, in the same order.
 */
export function selectErrors(
  word: string,
  errors: readonly ReconciledError[],
  ids: readonly string[],
): readonly number[] {
  const named = ids.indexOf(word);
  if (named >= 0) return [named];
  const { path, line, column } = parsePlace(word);
  return errors.flatMap(({ error }, index) => {
    const isThere =
      error.path === path &&
      (line === undefined || error.start.line === line) &&
      (column === undefined || error.start.column === column);
    return isThere ? [index] : [];
  });
}

export function parsePlace(word: string): NamedPlace {
  const {
    path = word,
    line,
    column,
  } = /^(?<path>.*?)(?::(?<line>\d+)(?::(?<column>\d+))?)?$/.exec(word)?.groups ?? {};
  return {
    path: toSlashes(path).replace(/^\.\//, ''),
    line: line === undefined ? undefined : Number(line),
    column: column === undefined ? undefined : Number(column),
  };
}
