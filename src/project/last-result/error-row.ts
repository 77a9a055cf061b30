import type { LocatedError, LocatedNote } from '../../core/error/mypy-error.js';
import { toCount, toList, toText } from './parse-value.js';

/**
 * An error of a known file as one flat array: objects would triple the time to read a hundred
 * thousand of them.
 */
export function toErrorRow(error: LocatedError): readonly unknown[] {
  const { start, end, range, code, message, scope, text, notes } = error;
  const row = [
    start.line,
    start.column,
    end.line,
    end.column,
    range.startLine,
    range.startCharacter,
    range.endLine,
    range.endCharacter,
    code,
    message,
    scope,
    text,
  ];
  return notes.length === 0 ? row : [...row, notes.map((note) => toNoteRow(note, error.path))];
}

/** The error that a row says; throws `UnfitResult` for anything else. */
export function parseErrorRow(value: unknown, path: string): LocatedError {
  const row = toList(value);
  const notes = row.length > 12 ? toList(row[12]) : [];
  return {
    path,
    start: { line: toCount(row[0]), column: toCount(row[1]) },
    end: { line: toCount(row[2]), column: toCount(row[3]) },
    range: parseRange(row, 4),
    code: toText(row[8]),
    message: toText(row[9]),
    scope: toText(row[10]),
    text: toText(row[11]),
    notes: notes.map((note) => parseNoteRow(note, path)),
  };
}

/** A note mostly lies in the file of its error, which is then left out. */
function toNoteRow({ path, start, message, range }: LocatedNote, own: string): readonly unknown[] {
  const { startLine, startCharacter, endLine, endCharacter } = range;
  return [
    path === own ? '' : path,
    start.line,
    start.column,
    message,
    startLine,
    startCharacter,
    endLine,
    endCharacter,
  ];
}

function parseNoteRow(value: unknown, own: string): LocatedNote {
  const row = toList(value);
  return {
    path: toText(row[0]) || own,
    start: { line: toCount(row[1]), column: toCount(row[2]) },
    message: toText(row[3]),
    range: parseRange(row, 4),
  };
}

function parseRange(row: readonly unknown[], from: number): LocatedError['range'] {
  return {
    startLine: toCount(row[from]),
    startCharacter: toCount(row[from + 1]),
    endLine: toCount(row[from + 2]),
    endCharacter: toCount(row[from + 3]),
  };
}
