import { findTokenEdges } from './token-edges.js';
import { isAtLeast } from './version.js';

/**
 * What mypy counts in a column. On an ASCII line all are the same.
 *
 * - `bytes`: UTF-8 bytes; every version that parses with Python's own parser.
 * - `native`: the native parser, the default from 2.4, takes a count of code points for one of
 *   bytes and counts code points again (ast-serialize 0.13, `convert_column_to_codepoint`), which
 *   puts columns too far to the left and several positions at the same one.
 * - `syntax`: code points and one too many; what both parsers say of syntax errors.
 * - `unknown`: the one of them that falls on the edge of a token.
 */
export type ColumnUnit = 'bytes' | 'native' | 'syntax' | 'unknown';

/**
 * What a version of mypy counts in the columns of an error.
 *
 * @param mypyVersion `2.4.1`; null when it is not known.
 * @param code The error's code.
 */
export function columnUnitOf(mypyVersion: string | null, code: string): ColumnUnit {
  if (code === 'syntax') return 'syntax';
  if (mypyVersion === null) return 'unknown';
  return isAtLeast(mypyVersion, 2, 4) ? 'native' : 'bytes';
}

/**
 * A column of mypy as a UTF-16 character of its line. Where several characters are possible, or
 * the unit turns out to be another one, the edge of a token decides.
 *
 * The end of a range can come out at or before its start: `native` ends are lossy. Then widen the
 * range to the token at its start.
 *
 * @param lineText The line's text without its line break and without a byte order mark.
 * @param column mypy's 1-based column; 0 when unknown, which means the whole line's edge.
 * @param side `start` for the column an error starts at, `end` for the inclusive one it ends at.
 * @param unit From {@link columnUnitOf}.
 * @param edges Where tokens of the line start (for `start`) or end (for `end`), 0-based UTF-16
 *   characters; found in the text when undefined.
 * @returns 0-based, in UTF-16 code units: where the range starts, or its exclusive end.
 */
export function toCharacter(
  lineText: string,
  column: number,
  side: 'start' | 'end',
  unit: ColumnUnit = 'unknown',
  edges?: readonly number[],
): number {
  if (column <= 0) {
    return side === 'start'
      ? lineText.length - lineText.trimStart().length
      : lineText.trimEnd().length;
  }
  // Nearly every line: there a byte, a code point and a UTF-16 code unit are the same.
  if (unit !== 'syntax' && isAscii(lineText)) {
    return Math.min(side === 'start' ? column - 1 : column, lineText.length);
  }
  const symbols = [...lineText];
  const candidates = [...new Set(listCandidates(symbols, column, side, unit))];
  const [first] = candidates;
  if (first === undefined) return lineText.length;
  if (candidates.length === 1) return first;
  const tokenEdges = new Set(edges ?? findTokenEdges(lineText, side));
  return candidates.find((candidate) => tokenEdges.has(candidate)) ?? first;
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** The characters that a column can mean, the likeliest first. */
function listCandidates(
  symbols: readonly string[],
  column: number,
  side: 'start' | 'end',
  unit: ColumnUnit,
): readonly number[] {
  const codePoints = side === 'start' ? column - 1 : column;
  const bytes = findByte(symbols, codePoints);
  const native = listNative(symbols, side === 'start' ? column : column + 1);
  switch (unit) {
    case 'bytes':
      return bytes.length > 0 ? bytes : native;
    case 'native':
      return [...native, ...bytes];
    case 'syntax':
      return [toUtf16(symbols, Math.max(codePoints - 1, side === 'start' ? 0 : 1))];
    case 'unknown':
      return [...bytes, ...native, toUtf16(symbols, codePoints)];
  }
}

/** The character after so many bytes; none when that is inside of one. */
function findByte(symbols: readonly string[], bytes: number): readonly number[] {
  let seen = 0;
  let character = 0;
  for (const symbol of symbols) {
    if (seen >= bytes) break;
    seen += utf8Length(symbol);
    character += symbol.length;
  }
  return seen > bytes ? [] : [character];
}

/**
 * The characters that the native parser gives the same column: those whose index plus one, taken
 * for bytes, covers just so many whole code points.
 */
function listNative(symbols: readonly string[], covered: number): readonly number[] {
  const line = [...symbols, '\n'];
  const first = line.slice(0, covered).reduce((sum, symbol) => sum + utf8Length(symbol), 0) - 1;
  const next = line[covered];
  const count = next === undefined ? 1 : utf8Length(next);
  const indices = Array.from({ length: count }, (_, offset) => first + offset);
  return indices.filter((index) => index <= symbols.length).map((index) => toUtf16(symbols, index));
}

function toUtf16(symbols: readonly string[], codePoints: number): number {
  return symbols.slice(0, codePoints).join('').length;
}

function utf8Length(symbol: string): number {
  const point = symbol.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
