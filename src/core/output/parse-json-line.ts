import type { MypyPosition } from '../error/mypy-error.js';
import { isRecord } from '../json/is-record.js';
import { type Message, OWN_NOTE_CODES } from './message.js';

/**
 * A record of `--output json` (mypy >= 1.11); else undefined. `column` is 0-based there;
 * `end_line` and the exclusive 0-based `end_column`, the same number as the inclusive 1-based one
 * in text, came with 1.20.
 */
export function parseJsonLine(line: string): Message | undefined {
  if (!line.startsWith('{')) return undefined;
  const record = parseRecord(line);
  if (record === undefined) return undefined;
  const { file, message, severity, code, hint } = record;
  if (typeof file !== 'string' || typeof message !== 'string') return undefined;
  if (severity !== 'error' && severity !== 'note') return undefined;
  const start = readPosition(record['line'], record['column'], 1);
  return {
    severity,
    path: file,
    start,
    end: record['end_line'] === undefined ? start : readEnd(start, record),
    code: readCode(severity, code),
    text: message,
    hints: typeof hint === 'string' && hint !== '' ? hint.split('\n') : [],
  };
}

function parseRecord(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch (error) {
    // Anything may print a line that starts with a brace.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readEnd(start: MypyPosition, record: Readonly<Record<string, unknown>>): MypyPosition {
  const end = readPosition(record['end_line'], record['end_column'], 0);
  return end.line === 0 ? start : end;
}

/** mypy says -1 for what it does not know. */
function readPosition(line: unknown, column: unknown, columnBase: 0 | 1): MypyPosition {
  const known = isCount(line) ? line : 0;
  return { line: known, column: known > 0 && isCount(column) ? column + columnBase : 0 };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** In JSON an ordinary note carries the code of the error that it explains. */
function readCode(severity: 'error' | 'note', code: unknown): string {
  if (typeof code !== 'string') return '';
  return severity === 'error' || OWN_NOTE_CODES.has(code) ? code : '';
}
