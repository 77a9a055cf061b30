import { type LogicalLine, readLogicalLines } from './logical-lines.js';
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

/** A scope whose body goes on. */
interface OpenScope {
  readonly scope: Scope;
  readonly indent: number;
  /** 1-based; of the first decorator where there is one. */
  readonly firstLine: number;
  /** 1-based, as far as was read. */
  lastLine: number;
}

/**
 * Says which function or class a line belongs to. Decorators belong to what they decorate. A parser
 * for all of Python takes thirty times as long to say the same: a definition begins a logical line, and
 * ends before the next one that is not indented more.
 */
export class ScopeIndex {
  readonly #scopes: readonly Scope[];
  /** For each line (index 0 is line 1) 1 + the index of its innermost scope; 0 at module level. */
  readonly #scopeOfLine: Uint32Array;

  private constructor(scopes: readonly Scope[], scopeOfLine: Uint32Array) {
    this.#scopes = scopes;
    this.#scopeOfLine = scopeOfLine;
  }

  /** Reads a file. Code that does not parse still has the scopes that can be told. */
  static parse(source: SourceText): ScopeIndex {
    const found = findScopes(source.text);
    const scopeOfLine = new Uint32Array(source.lines.length);
    // In the order in which they begin: what lies inside comes later.
    for (const [index, { firstLine, lastLine }] of found.entries()) {
      scopeOfLine.fill(index + 1, firstLine - 1, lastLine);
    }
    return new ScopeIndex(
      found.map(({ scope }) => scope),
      scopeOfLine,
    );
  }

  /** The innermost scope of a 1-based line; undefined at module level. */
  at(line: number): Scope | undefined {
    const index = this.#scopeOfLine[line - 1] ?? 0;
    return index === 0 ? undefined : this.#scopes[index - 1];
  }
}

function findScopes(text: string): readonly OpenScope[] {
  // Up to the end of its name.
  const definition = /((?:async[ \t\f]+)?def|class)[ \t\f]+([^\s([:\\#]+)/y;
  const found: OpenScope[] = [];
  const open: OpenScope[] = [];
  /** Of the decorators that wait for what they decorate. */
  let decorated: number | undefined;
  for (const line of readLogicalLines(text)) {
    while ((open.at(-1)?.indent ?? -1) >= line.indent) open.pop();
    for (const outer of open) outer.lastLine = line.lastLine;
    if (text[line.from] === '@') {
      decorated ??= line.firstLine;
      continue;
    }
    definition.lastIndex = line.from;
    const [whole = '', keyword = '', own = ''] = definition.exec(text) ?? [];
    if (keyword !== '') {
      const { indent, firstLine, lastLine } = line;
      const scope = toScope(text, line, whole, own, open.at(-1)?.scope.name);
      const opened = { scope, indent, firstLine: decorated ?? firstLine, lastLine };
      found.push(opened);
      open.push(opened);
    }
    decorated = undefined;
  }
  return found;
}

function toScope(
  text: string,
  { from, firstLine }: LogicalLine,
  whole: string,
  own: string,
  outer: string | undefined,
): Scope {
  const keywordCharacter = from - (text.lastIndexOf('\n', from) + 1);
  const nameEnd = keywordCharacter + whole.length;
  return {
    name: outer === undefined ? own : `${outer}.${own}`,
    definitionLine: firstLine,
    keywordCharacter,
    nameStart: nameEnd - own.length,
    nameEnd,
  };
}
