import type { LocatedError, MypyError } from '../../../src/core/error/mypy-error.js';
import type { Fix } from '../../../src/core/fix/fix.js';
import { verbatim } from '../../../src/core/language/language.js';

/** An error of mypy on a whole line. */
export function errorOn(path: string, line: number, code = 'misc', message = code): MypyError {
  const start = { line, column: 1 };
  return { path, start, end: { line, column: 2 }, code, message, notes: [] };
}

/** An error on a line of a text, located there. */
export function locatedOn(text: string, line: number, code = 'misc', endLine = line): LocatedError {
  const error = errorOn('a.py', line, code);
  const lineText = text.split(/\r\n|\n/)[line - 1] ?? '';
  return {
    ...error,
    notes: [],
    end: { line: endLine, column: 1 },
    range: { startLine: line - 1, startCharacter: 0, endLine: line - 1, endCharacter: 0 },
    scope: '',
    text: lineText.trim(),
  };
}

/** A fix of an error that adds a comment to its line, and reaches some lines. */
export function fixFor(
  error: MypyError,
  { first, last }: Fix['reach'] = { first: error.start.line, last: error.start.line },
  subject = '',
): Fix {
  const line = error.start.line - 1;
  const range = { startLine: line, startCharacter: 0, endLine: line, endCharacter: 0 };
  return {
    kind: 'return-none',
    title: verbatim('Fix'),
    path: error.path,
    errors: [{ ...error, notes: [], range, scope: '', text: '' }],
    edits: [{ range, newText: '!' }],
    reach: { first, last },
    subject,
    isForMany: true,
  };
}
