import type { Scope, ScopeIndex } from './scope-index.js';
import type { SourceText } from './source-text.js';

/** What a source file says about one of its lines. */
export interface DescribedLine {
  /** The innermost function or class; undefined at module level, or in a file not parsed. */
  readonly scope: Scope | undefined;
  /** Trimmed; empty beyond the file's end. */
  readonly text: string;
  /** The previous and the next non-blank line, trimmed; empty at the file's ends. */
  readonly before: string;
  readonly after: string;
}

/** @param line 1-based. */
export function describeLine(
  { lines }: SourceText,
  scopes: ScopeIndex | undefined,
  line: number,
): DescribedLine {
  return {
    scope: scopes?.at(line),
    text: lines[line - 1]?.trim() ?? '',
    before: neighbour(lines, line - 1, -1),
    after: neighbour(lines, line - 1, 1),
  };
}

function neighbour(lines: readonly string[], index: number, step: -1 | 1): string {
  for (let at = index + step; at >= 0 && at < lines.length; at += step) {
    const line = lines[at]?.trim() ?? '';
    if (line !== '') return line;
  }
  return '';
}
