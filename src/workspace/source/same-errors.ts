import type { MypyError, MypyNote, MypyPosition } from '../../core/error/mypy-error.js';

/** Whether mypy said the same of a file twice. */
export function areSameErrors(left: readonly MypyError[], right: readonly MypyError[]): boolean {
  return left === right || areSame(left, right, isSameError);
}

function isSameError(left: MypyError, right: MypyError): boolean {
  // Mostly it is the very same value, since the line that says it was read before.
  if (left === right) return true;
  return (
    isSamePosition(left.start, right.start) &&
    isSamePosition(left.end, right.end) &&
    left.code === right.code &&
    left.message === right.message &&
    areSame(left.notes, right.notes, isSameNote)
  );
}

function isSameNote(left: MypyNote, right: MypyNote): boolean {
  return (
    left.path === right.path &&
    isSamePosition(left.start, right.start) &&
    left.message === right.message
  );
}

function isSamePosition(left: MypyPosition, right: MypyPosition): boolean {
  return left.line === right.line && left.column === right.column;
}

function areSame<Item>(
  left: readonly Item[],
  right: readonly Item[],
  isSame: (left: Item, right: Item) => boolean,
): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => {
      const other = right[index];
      return other !== undefined && isSame(item, other);
    })
  );
}
