import type { MypyPosition, SourceRange } from '../../core/error/mypy-error.js';

/** A part of a file: lines and columns 1-based, columns in UTF-16 code units, end exclusive. */
export interface TextRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where in its file an error or note lies; null when it is about the whole file. */
export function regionOf(message: {
  readonly start: MypyPosition;
  readonly range: SourceRange;
}): TextRegion | null {
  if (message.start.line < 1) return null;
  const { startLine, startCharacter, endLine, endCharacter } = message.range;
  return {
    startLine: startLine + 1,
    startColumn: startCharacter + 1,
    endLine: endLine + 1,
    endColumn: endCharacter + 1,
  };
}
