import type { LocatedError, LocatedNote, SourceRange } from '../../core/error/mypy-error.js';
import { toCount, toList, toText, UnfitResult } from './parse-value.js';

/**
 * The errors of one file as three flat arrays: each text once, and numbers, those of texts among
 * them. A hundred thousand errors are read twice as fast as from objects or rows, and texts that
 * many errors share are one value in memory too.
 */
export interface ErrorColumns {
  readonly texts: readonly string[];
  /** {@link ERROR_WIDTH} for each error. */
  readonly errors: readonly number[];
  /** {@link NOTE_WIDTH} for each note. */
  readonly notes: readonly number[];
}

/** Start, end, range, and the texts of code, message, scope and line. */
const ERROR_WIDTH = 12;
/** The error's number, start, range, and the texts of path and message. */
const NOTE_WIDTH = 9;

const NO_NOTES: readonly LocatedNote[] = [];

/** Puts the errors of one file into columns. */
export function toColumns(errors: readonly LocatedError[]): ErrorColumns {
  const texts = new Map<string, number>();
  const textOf = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const columns = { errors: [] as number[], notes: [] as number[] };
  for (const [
    index,
    { start, end, range, code, message, scope, text, notes },
  ] of errors.entries()) {
    columns.errors.push(start.line, start.column, end.line, end.column, ...toNumbers(range));
    columns.errors.push(textOf(code), textOf(message), textOf(scope), textOf(text));
    for (const note of notes) {
      columns.notes.push(index, note.start.line, note.start.column, ...toNumbers(note.range));
      columns.notes.push(textOf(note.path), textOf(note.message));
    }
  }
  return { texts: [...texts.keys()], ...columns };
}

/** The errors that columns say; throws {@link UnfitResult} for anything else. */
export function parseColumns(path: string, columns: readonly unknown[]): readonly LocatedError[] {
  const texts = toList(columns[0]).map(toText);
  const numbers = toList(columns[1]);
  const notes = groupNotes(texts, toList(columns[2]));
  if (numbers.length % ERROR_WIDTH !== 0) throw new UnfitResult('torn columns');
  const errors: LocatedError[] = [];
  for (let at = 0; at < numbers.length; at += ERROR_WIDTH) {
    errors.push({
      path,
      start: { line: toCount(numbers[at]), column: toCount(numbers[at + 1]) },
      end: { line: toCount(numbers[at + 2]), column: toCount(numbers[at + 3]) },
      range: parseRange(numbers, at + 4),
      code: textAt(texts, numbers[at + 8]),
      message: textAt(texts, numbers[at + 9]),
      scope: textAt(texts, numbers[at + 10]),
      text: textAt(texts, numbers[at + 11]),
      notes: notes.get(errors.length) ?? NO_NOTES,
    });
  }
  return errors;
}

/** Notes by the number of their error. */
function groupNotes(
  texts: readonly string[],
  numbers: readonly unknown[],
): ReadonlyMap<number, readonly LocatedNote[]> {
  if (numbers.length % NOTE_WIDTH !== 0) throw new UnfitResult('torn columns');
  const groups = new Map<number, LocatedNote[]>();
  for (let at = 0; at < numbers.length; at += NOTE_WIDTH) {
    const error = toCount(numbers[at]);
    const note = {
      path: textAt(texts, numbers[at + 7]),
      start: { line: toCount(numbers[at + 1]), column: toCount(numbers[at + 2]) },
      message: textAt(texts, numbers[at + 8]),
      range: parseRange(numbers, at + 3),
    };
    const group = groups.get(error);
    if (group === undefined) groups.set(error, [note]);
    else group.push(note);
  }
  return groups;
}

function toNumbers(range: SourceRange): readonly number[] {
  return [range.startLine, range.startCharacter, range.endLine, range.endCharacter];
}

function parseRange(numbers: readonly unknown[], at: number): SourceRange {
  return {
    startLine: toCount(numbers[at]),
    startCharacter: toCount(numbers[at + 1]),
    endLine: toCount(numbers[at + 2]),
    endCharacter: toCount(numbers[at + 3]),
  };
}

function textAt(texts: readonly string[], index: unknown): string {
  const text = texts[toCount(index)];
  if (text === undefined) throw new UnfitResult('a text is missing');
  return text;
}
