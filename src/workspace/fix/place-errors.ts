import type { LocatedError } from '../../core/error/mypy-error.js';
import { findShifts, movePlace } from '../source/follow-lines.js';

/**
 * Errors where they are in a text that may have changed since mypy read it. One whose line reads
 * differently now is left out.
 *
 * @param lines Of the text; `lines[0]` is line 1.
 */
export function placeErrors(
  lines: readonly string[],
  errors: readonly LocatedError[],
): readonly LocatedError[] {
  const inOrder = errors.toSorted((a, b) => a.start.line - b.start.line);
  return findShifts(lines, inOrder).map(({ error, shift }) =>
    shift === 0 ? error : moveError(error, shift),
  );
}

function moveError(error: LocatedError, shift: number): LocatedError {
  const { range } = error;
  return {
    ...error,
    ...movePlace(error, shift),
    range: {
      ...range,
      startLine: range.startLine + shift,
      endLine: range.endLine + shift,
    },
  };
}
