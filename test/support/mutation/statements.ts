import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type { SourceFile } from './source-tree.js';

/** A statement that has its lines to itself, decorators included. */
export interface Statement {
  /** The parser's name of it: `AssignStatement`, `FunctionDefinition`, … */
  readonly kind: string;
  /** 0-based indexes of its first and last line. */
  readonly first: number;
  readonly last: number;
  /** White space before it. */
  readonly indent: string;
  /** What it defines, when it is a function or class. */
  readonly name: string | null;
  /** Qualified name of the function or class around it; empty at module level. */
  readonly scope: string;
  /** What the statement around its block is: `FunctionDefinition`, `IfStatement`, … or `Script`. */
  readonly parentKind: string;
  /** 0-based index of the line that the block around it begins on. */
  readonly block: number;
  /** Statements in that block, itself included. */
  readonly siblings: number;
}

/** What the syntax of a file says about its lines. */
export interface Syntax {
  readonly statements: readonly Statement[];
  /** 0-based indexes of lines that begin inside a string: they cannot be indented. */
  readonly insideString: ReadonlySet<number>;
}

const known = new WeakMap<SourceFile, Syntax>();

/** Parses a file, once. */
export function syntaxOf(file: SourceFile): Syntax {
  const syntax = known.get(file) ?? parseSyntax(file);
  known.set(file, syntax);
  return syntax;
}

/** The statements of a file, in source order; those around others come before them. */
export function statementsOf(file: SourceFile): readonly Statement[] {
  return syntaxOf(file).statements;
}

function parseSyntax(file: SourceFile): Syntax {
  const text = file.lines.map((line) => line.text).join('\n');
  const lineOf = lineFinder(text);
  const statements: Statement[] = [];
  const insideString = new Set<number>();
  parser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      if (name === 'String' || name === 'FormatString') {
        for (let line = lineOf(from) + 1; line <= lineOf(to - 1); line++) insideString.add(line);
      }
      if (name === 'Body' || name === 'Script') {
        statements.push(...statementsIn(node, text, lineOf));
      }
    },
  });
  const whole = statements.filter((one) => one.last >= one.first);
  return { statements: whole.sort((a, b) => a.first - b.first || b.last - a.last), insideString };
}

function statementsIn(
  block: SyntaxNode,
  text: string,
  lineOf: (offset: number) => number,
): readonly Statement[] {
  const nodes: SyntaxNode[] = [];
  for (let node = block.firstChild; node !== null; node = node.nextSibling) {
    if (node.name !== ':' && node.name !== 'Comment') nodes.push(node);
  }
  const scope = scopeAround(block, text);
  return nodes.flatMap((node) => {
    const lineStart = text.lastIndexOf('\n', node.from - 1) + 1;
    const indent = text.slice(lineStart, node.from);
    if (indent.trim() !== '') return [];
    const end = node.from + text.slice(node.from, node.to).trimEnd().length;
    const definition = definitionOf(node);
    return {
      kind: definition?.name ?? node.name,
      first: lineOf(node.from),
      last: lineOf(end - 1),
      indent,
      name: definition === null ? null : nameOf(definition, text),
      scope,
      parentKind: block.name === 'Script' ? 'Script' : (block.parent?.name ?? 'Script'),
      block: lineOf(block.from),
      siblings: nodes.length,
    };
  });
}

function definitionOf(node: SyntaxNode): SyntaxNode | null {
  if (node.name === 'FunctionDefinition' || node.name === 'ClassDefinition') return node;
  if (node.name !== 'DecoratedStatement') return null;
  return node.getChild('FunctionDefinition') ?? node.getChild('ClassDefinition');
}

function nameOf(definition: SyntaxNode, text: string): string | null {
  const name = definition.getChild('VariableName');
  return name === null ? null : text.slice(name.from, name.to);
}

function scopeAround(block: SyntaxNode, text: string): string {
  const names: string[] = [];
  for (let node: SyntaxNode | null = block; node !== null; node = node.parent) {
    if (node.name === 'FunctionDefinition' || node.name === 'ClassDefinition') {
      names.unshift(nameOf(node, text) ?? '');
    }
  }
  return names.join('.');
}

/** Finds the 0-based line that an offset lies on. */
function lineFinder(text: string): (offset: number) => number {
  const lines = new Uint32Array(text.length + 1);
  let line = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    lines[offset] = line;
    if (text[offset] === '\n') line++;
  }
  return (offset) => lines[offset] ?? line;
}
