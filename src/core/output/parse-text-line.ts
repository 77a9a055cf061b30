import type { MypyPosition } from '../error/mypy-error.js';
import { type Message, OWN_NOTE_CODES, type Summary } from './message.js';

// Of one line already: `s`, because it may hold what JavaScript, and not mypy, takes for an end of
// line (U+2028). The path is lazy, so that it ends at the first place that reads as a position and
// a severity; a drive letter (`C:\a.py`) does not. Groups have no names: to look them up by name
// takes as long as the match.
const MESSAGE = /^(.+?)(?::(\d+)(?::(\d+)(?::(\d+):(\d+))?)?)?: (error|note): (.*)$/s;

// mypy puts two spaces before a code; brackets that belong to a message have one or none.
const CODE = /^(.*) {2}\[([A-Za-z][\w.-]*)\]$/s;

const NO_HINTS: readonly string[] = [];

/** A message in mypy's text format, in full or without end, column or line; else undefined. */
export function parseTextLine(line: string): Message | undefined {
  const match = MESSAGE.exec(line);
  if (match === null) return undefined;
  const [, path = '', startLine, startColumn, endLine, endColumn, kind, rest = ''] = match;
  const severity = kind === 'error' ? 'error' : 'note';
  const start = { line: toNumber(startLine), column: toNumber(startColumn) };
  const end = readEnd(start, endLine, endColumn);
  const { text, code } = severity === 'error' ? splitCode(rest) : splitOwnCode(rest);
  return { severity, path, start, end, code, text, hints: NO_HINTS };
}

/** mypy's last line, which is the proof that it came to its end; else undefined. */
export function parseSummary(line: string): Summary | undefined {
  const success = /^Success: no issues found in (\d+) source files?$/.exec(line);
  if (success !== null) return { kind: 'success', checkedFiles: toNumber(success[1]) };
  const found =
    /^Found (\d+) errors? in \d+ files? \((?:checked (\d+) source files?|errors prevented further checking)\)$/.exec(
      line,
    );
  if (found === null) return undefined;
  const errors = toNumber(found[1]);
  return found[2] === undefined
    ? { kind: 'prevented', errors }
    : { kind: 'found', errors, checkedFiles: toNumber(found[2]) };
}

function readEnd(
  start: MypyPosition,
  line: string | undefined,
  column: string | undefined,
): MypyPosition {
  return line === undefined ? start : { line: toNumber(line), column: toNumber(column) };
}

function splitCode(text: string): { readonly text: string; readonly code: string } {
  const [, before = text, code = ''] = CODE.exec(text) ?? [];
  return { text: before, code };
}

function splitOwnCode(text: string): { readonly text: string; readonly code: string } {
  const split = splitCode(text);
  return OWN_NOTE_CODES.has(split.code) ? split : { text, code: '' };
}

function toNumber(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits);
}
