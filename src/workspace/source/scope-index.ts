import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type { SourceText } from './source-text.js';

/** A function or class of a file. */
export interface Scope {
  /** `Worker.start`; functions in functions are joined the same way. */
  readonly name: string;
  /** 1-based line of `def` or `class`, below the decorators. */
  readonly definitionLine: number;
  /** 0-based UTF-16 characters on that line: from `def`, `async` or `class`. */
  readonly keywordCharacter: number;
  readonly nameStart: number;
  readonly nameEnd: number;
}

/** Says which function or class a line belongs to. Decorators belong to what they decorate. */
export class ScopeIndex {
  readonly #scopes: readonly Scope[];
  /** For each line (index 0 is line 1) 1 + the index of its innermost scope; 0 at module level. */
  readonly #scopeOfLine: Uint32Array;

  private constructor(scopes: readonly Scope[], scopeOfLine: Uint32Array) {
    this.#scopes = scopes;
    this.#scopeOfLine = scopeOfLine;
  }

  /** Parses a file. Code that does not parse still has the scopes that can be told. */
  static parse(source: SourceText): ScopeIndex {
    const lineStarts = startsOf(source.lines);
    const scopes: Scope[] = [];
    const scopeOfLine = new Uint32Array(source.lines.length);
    const open: { readonly name: string; readonly to: number }[] = [];
    parser.parse(source.text).iterate({
      enter: ({ name, node }) => {
        if (name !== 'FunctionDefinition' && name !== 'ClassDefinition') return;
        const identifier = node.getChild('VariableName');
        if (identifier === null) return;
        while (open.length > 0 && (open.at(-1)?.to ?? 0) <= node.from) open.pop();
        const own = source.text.slice(identifier.from, identifier.to);
        const qualified = [...open.map((scope) => scope.name), own].join('.');
        open.push({ name: own, to: node.to });
        const line = lineAt(lineStarts, node.from);
        const lineStart = lineStarts[line - 1] ?? 0;
        scopes.push({
          name: qualified,
          definitionLine: line,
          keywordCharacter: node.from - lineStart,
          nameStart: identifier.from - lineStart,
          nameEnd: identifier.to - lineStart,
        });
        const first = lineAt(lineStarts, startOf(node));
        scopeOfLine.fill(scopes.length, first - 1, lineAt(lineStarts, node.to - 1));
      },
    });
    return new ScopeIndex(scopes, scopeOfLine);
  }

  /** The innermost scope of a 1-based line; undefined at module level. */
  at(line: number): Scope | undefined {
    const index = this.#scopeOfLine[line - 1] ?? 0;
    return index === 0 ? undefined : this.#scopes[index - 1];
  }
}

/** Where a definition starts, decorators included. */
function startOf(node: SyntaxNode): number {
  return node.parent?.name === 'DecoratedStatement' ? node.parent.from : node.from;
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return starts;
}

/** The 1-based line that an offset lies on. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
