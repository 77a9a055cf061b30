import type { SyntaxNode } from '@lezer/common';
import type { TextEdit } from '../../core/fix/fix.js';
import { childrenOf, type SourceTree } from './source-tree.js';

/** The name that a file has for `typing.Optional`, and the edits that give it one. */
export interface OptionalName {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/** Undefined where the name means something else in the file. */
export function findOptional(tree: SourceTree): OptionalName | undefined {
  const statements = childrenOf(tree.tree.topNode);
  const imports = statements.filter(({ name }) => name === 'ImportStatement');
  for (const statement of imports) {
    const name = readName(tree.read(statement));
    if (name !== undefined) return { name, edits: [] };
  }
  if (/\bOptional\b/.test(tree.text)) return undefined;
  const extended = imports
    .map((statement) => extendImport(tree, statement))
    .find((edit) => edit !== undefined);
  const edit = extended ?? insertImport(tree, statements);
  return edit && { name: 'Optional', edits: [edit] };
}

/** What an import calls `typing.Optional`. */
function readName(statement: string): string | undefined {
  const whole = /^import\s+typing(?:\s+as\s+(\w+))?\s*$/.exec(statement);
  if (whole !== null) return `${whole[1] ?? 'typing'}.Optional`;
  const names = /^from\s+typing\s+import\b([\s\S]*)$/.exec(statement)?.[1];
  const own = /\bOptional\b(?:\s+as\s+(\w+))?/.exec(names ?? '');
  return own === null ? undefined : (own[1] ?? 'Optional');
}

/** Adds the name to `from typing import A, B`, in its place where the names are in order. */
function extendImport(tree: SourceTree, statement: SyntaxNode): TextEdit | undefined {
  const match = /^(from typing import )(\w+(?:, \w+)*)$/.exec(tree.read(statement));
  if (match === null) return undefined;
  const [, head = '', list = ''] = match;
  const names = list.split(', ');
  const isSorted = names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
  const next = isSorted ? names.find((name) => name > 'Optional') : undefined;
  if (next === undefined) return tree.edit(statement.to, statement.to, ', Optional');
  const before = names.slice(0, names.indexOf(next)).map((name) => `${name}, `);
  const place = statement.from + head.length + before.join('').length;
  return tree.edit(place, place, 'Optional, ');
}

/** Adds a line of its own: before the first other import, else behind what has to be first. */
function insertImport(tree: SourceTree, statements: readonly SyntaxNode[]): TextEdit | undefined {
  const code = statements.filter(({ name }) => name !== 'Comment');
  const first = code.find(
    (statement, index) => !isDocumentation(statement, index) && !isFuture(tree, statement),
  );
  const line = 'from typing import Optional\n';
  if (first === undefined) return undefined;
  const place = tree.offsetAt(tree.lineAt(first.from), 0);
  // A statement behind another one on its line.
  if (place !== first.from) return undefined;
  return tree.edit(place, place, first.name === 'ImportStatement' ? line : `${line}\n`);
}

function isDocumentation({ name, firstChild }: SyntaxNode, index: number): boolean {
  return index === 0 && name === 'ExpressionStatement' && firstChild?.name === 'String';
}

function isFuture(tree: SourceTree, statement: SyntaxNode): boolean {
  return /^from\s+__future__\b/.test(tree.read(statement));
}
