import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import type { LocatedError } from '../../../src/core/error/mypy-error.js';

/** An error that an entry would tolerate, at a line of its own. */
export function toError(
  entry: Pick<BaselineEntry, 'path' | 'code' | 'scope' | 'message' | 'text'>,
  line = 1,
): LocatedError {
  const { path, code, scope, message, text } = entry;
  return {
    path,
    code,
    scope,
    message,
    text,
    start: { line, column: 1 },
    end: { line, column: 1 },
    range: { startLine: line - 1, startCharacter: 0, endLine: line - 1, endCharacter: 1 },
    notes: [],
  };
}

/** Errors for entries, one a line. */
export function toErrors(entries: readonly BaselineEntry[]): readonly LocatedError[] {
  return entries.map((entry, index) => toError(entry, index + 1));
}
