import type { MypyPosition, SourceRange } from '../../core/error/mypy-error.js';
import { type ColumnUnit, toCharacter } from '../../core/output/column.js';
import type { Scope } from './scope-index.js';

/**
 * The range to underline for an error, always on one line: mypy's range of an error on a `def`
 * spans the whole body, and a squiggle over a whole function cannot be read. Such an error
 * underlines the name.
 */
export function toRange(
  lineText: string,
  start: MypyPosition,
  end: MypyPosition,
  scope: Scope | undefined,
  unit: ColumnUnit,
): SourceRange {
  if (start.line < 1) return rangeOn(0, 0, 0);
  const line = start.line - 1;
  if (start.column < 1) return rangeOn(line, indentOf(lineText), lineText.trimEnd().length);
  const from = Math.min(toCharacter(lineText, start.column, 'start', unit), lineText.length);
  if (scope?.definitionLine === start.line && from === scope.keywordCharacter) {
    return rangeOn(line, scope.nameStart, scope.nameEnd);
  }
  const known =
    end.line === start.line && end.column > 0
      ? toCharacter(lineText, end.column, 'end', unit)
      : from;
  // On lines with non-ASCII text mypy's ends can come out before their starts.
  const to = known > from ? known : endAfter(lineText, start, end, from);
  return rangeOn(line, from, Math.max(from, Math.min(to, lineText.length)));
}

/** Where an error ends whose end is on another line or unknown. */
function endAfter(lineText: string, start: MypyPosition, end: MypyPosition, from: number): number {
  if (end.line > start.line) return lineText.trimEnd().length;
  const word = /^(?:\w+|.)/u.exec(lineText.slice(from));
  return from + (word?.[0].length ?? 0);
}

function indentOf(lineText: string): number {
  return lineText.length - lineText.trimStart().length;
}

function rangeOn(line: number, from: number, to: number): SourceRange {
  return { startLine: line, startCharacter: from, endLine: line, endCharacter: to };
}
