import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import type { SourceRange } from '../../core/error/mypy-error.js';
import type { TextEdit } from '../../core/fix/fix.js';
import type { SourceText } from '../source/source-text.js';

/** A comment at the end of a line. */
export interface LineComment {
  /** From its `#` to the end of the line; empty where the line has none. */
  readonly text: string;
  /** 0-based UTF-16: where the comment starts, or where one would. */
  readonly character: number;
  /** Whether nothing but blanks is before it. */
  readonly isAlone: boolean;
}

/** A Python file, parsed, as far as fixes look at it. Lines are 1-based, offsets are in its text. */
export class SourceTree {
  readonly text: string;
  readonly tree: Tree;
  readonly #lines: readonly string[];
  readonly #starts: readonly number[];

  constructor({ text, lines }: SourceText) {
    this.text = text;
    this.tree = parser.parse(text);
    this.#lines = lines;
    const starts: number[] = [0];
    for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
    this.#starts = starts;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  lineText(line: number): string {
    return this.#lines[line - 1] ?? '';
  }

  /** @param character 0-based UTF-16. */
  offsetAt(line: number, character: number): number {
    return (this.#starts[line - 1] ?? this.text.length) + character;
  }

  /** The line of an offset. */
  lineAt(offset: number): number {
    const next = this.#starts.findIndex((start) => start > offset);
    return next < 0 ? this.#lines.length : next;
  }

  /** The text of a node. */
  read({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to);
  }

  /**
   * The comment of a line; undefined where the end of the line is inside of a string, or the line
   * goes on behind a backslash, so that it can have none.
   */
  commentOf(line: number): LineComment | undefined {
    const start = this.offsetAt(line, 0);
    const text = this.lineText(line);
    const end = start + text.length;
    for (
      let node: SyntaxNode | null = this.tree.resolveInner(end, -1);
      node !== null;
      node = node.parent
    ) {
      if (node.name === 'Comment' && node.from >= start) {
        const character = node.from - start;
        const isAlone = text.slice(0, character).trim() === '';
        return { text: text.slice(character), character, isAlone };
      }
      const isString = node.name === 'String' || node.name === 'FormatString';
      if (isString && node.from < end && node.to > end) return undefined;
    }
    if (text.trimEnd().endsWith('\\')) return undefined;
    return { text: '', character: text.trimEnd().length, isAlone: text.trim() === '' };
  }

  /** The innermost node that starts at a place or holds it. */
  nodeAt({ startLine, startCharacter }: SourceRange): SyntaxNode {
    return this.tree.resolveInner(this.offsetAt(startLine + 1, startCharacter), 1);
  }

  /** The outermost expression that covers just a range. */
  nodeOf(range: SourceRange): SyntaxNode | undefined {
    const from = this.offsetAt(range.startLine + 1, range.startCharacter);
    const to = this.offsetAt(range.endLine + 1, range.endCharacter);
    let found: SyntaxNode | undefined;
    for (
      let node: SyntaxNode | null = this.tree.resolveInner(from, 1);
      node !== null && node.from >= from && node.to <= to;
      node = node.parent
    ) {
      const isExpression = !node.name.endsWith('Statement');
      if (isExpression && node.from === from && node.to === to) found = node;
    }
    return found;
  }

  /** The function that a range in its first line names. */
  functionAt(range: SourceRange): SyntaxNode | undefined {
    const node = closest(this.nodeAt(range), 'FunctionDefinition');
    if (node === undefined) return undefined;
    const name = node.getChild('VariableName');
    const line = name === null ? 0 : this.lineAt(name.from);
    return line === range.startLine + 1 ? node : undefined;
  }

  /** The lines of a node. */
  linesOf({ from, to }: SyntaxNode): { readonly first: number; readonly last: number } {
    const end = from + this.read({ from, to }).trimEnd().length;
    return { first: this.lineAt(from), last: this.lineAt(end) };
  }

  /** An edit between two offsets. */
  edit(from: number, to: number, newText: string): TextEdit {
    const [startLine, endLine] = [this.lineAt(from), this.lineAt(to)];
    const range = {
      startLine: startLine - 1,
      startCharacter: from - this.offsetAt(startLine, 0),
      endLine: endLine - 1,
      endCharacter: to - this.offsetAt(endLine, 0),
    };
    return { range, newText };
  }
}

/** The innermost node of a kind that is or holds a node. */
export function closest(start: SyntaxNode | null, name: string): SyntaxNode | undefined {
  for (let node = start; node !== null; node = node.parent) if (node.name === name) return node;
  return undefined;
}

/** The nodes directly below one. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
