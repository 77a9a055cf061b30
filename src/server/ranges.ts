import type { Range } from 'vscode-languageserver';
import type { SourceRange } from '../core/error/mypy-error.js';

/** A range as LSP writes it. */
export function toRange(range: SourceRange): Range {
  return {
    start: { line: range.startLine, character: range.startCharacter },
    end: { line: range.endLine, character: range.endCharacter },
  };
}
