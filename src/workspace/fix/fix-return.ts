import type { SyntaxNode } from '@lezer/common';
import type { LocatedError } from '../../core/error/mypy-error.js';
import type { Fix } from '../../core/fix/fix.js';
import { allowsNone } from '../../core/fix/optional-type.js';
import {
  isMissingReturn,
  missesReturnType,
  suggestsReturnNone,
} from '../../core/fix/suggestions.js';
import { phrase } from '../../core/language/language.js';
import { childrenOf, type SourceTree } from './source-tree.js';

/** Adds `-> None` where the function returns nothing, by mypy's words or by its rule. */
export function fixReturnNone(tree: SourceTree, error: LocatedError): Fix | undefined {
  if (!missesReturnType(error)) return undefined;
  const node = tree.functionAt(error.range);
  const parameters = node?.getChild('ParamList');
  if (node === undefined || !parameters || node.getChild('TypeDef') !== null) return undefined;
  if (!suggestsReturnNone(error) && !returnsNothing(node)) return undefined;
  return {
    kind: 'return-none',
    title: phrase('Add "-> None"'),
    path: error.path,
    errors: [error],
    edits: [tree.edit(parameters.to, parameters.to, ' -> None')],
    reach: tree.linesOf(node),
    subject: nameOf(tree, node),
    isForMany: !isPlaceholder(tree, node),
  };
}

/**
 * Adds `return None` at the end of a function that is declared to return `None` or something else:
 * nothing but what already happens is said.
 */
export function fixMissingReturn(tree: SourceTree, error: LocatedError): Fix | undefined {
  if (!isMissingReturn(error)) return undefined;
  const node = tree.functionAt(error.range);
  const body = node?.getChild('Body');
  const type = node?.getChild('TypeDef');
  if (node === undefined || !body || !type) return undefined;
  if (!allowsNone(tree.read(type).replace(/^->/, '').trim())) return undefined;
  const statements = statementsOf(body);
  const [first] = statements;
  const last = statements.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const line = tree.lineAt(first.from);
  const indent = tree.text.slice(tree.offsetAt(line, 0), first.from);
  // A body on the line of its `def` has no place for another statement.
  if (indent.trim() !== '') return undefined;
  const end = tree.linesOf(last).last;
  const place = tree.offsetAt(end, tree.lineText(end).length);
  return {
    kind: 'return',
    title: phrase('Add "return None"'),
    path: error.path,
    errors: [error],
    edits: [tree.edit(place, place, `\n${indent}return None`)],
    reach: tree.linesOf(node),
    subject: nameOf(tree, node),
    isForMany: true,
  };
}

/** Whether a function has neither `return` with a value other than `None` nor `yield`. */
function returnsNothing(definition: SyntaxNode): boolean {
  let isNothing = true;
  definition
    .getChild('Body')
    ?.cursor()
    .iterate((node) => {
      if (NESTED.has(node.name)) return false;
      if (node.name === 'YieldExpression' || node.name === 'YieldStatement') isNothing = false;
      const value = node.name === 'ReturnStatement' ? node.node.firstChild?.nextSibling : null;
      if (value && value.name !== 'None') isNothing = false;
      return isNothing;
    });
  return isNothing;
}

/** What returns and yields for itself. */
const NESTED = new Set(['FunctionDefinition', 'ClassDefinition', 'LambdaExpression']);

/** The name of a function. */
function nameOf(tree: SourceTree, node: SyntaxNode): string {
  const name = node.getChild('VariableName');
  return name === null ? '' : tree.read(name);
}

/** Whether a body is only there to be overridden: that of what overrides it may return something. */
function isPlaceholder(tree: SourceTree, node: SyntaxNode): boolean {
  const body = node.getChild('Body');
  const statements = body === null ? [] : statementsOf(body);
  const code = statements.filter((statement) => !isString(statement));
  const isEmpty = code.every(
    (statement) => statement.name === 'RaiseStatement' || tree.read(statement).trim() === '...',
  );
  if (isEmpty && code.length > 0) return true;
  const decorators = node.parent?.name === 'DecoratedStatement' ? node.parent : null;
  const isAbstract = decorators
    ?.getChildren('Decorator')
    .some((decorator) => /\babstract\w*\s*$/.test(tree.read(decorator)));
  return isAbstract === true;
}

function statementsOf(body: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(body).filter(({ name }) => name !== ':' && name !== 'Comment');
}

function isString({ name, firstChild }: SyntaxNode): boolean {
  return name === 'ExpressionStatement' && firstChild?.name === 'String';
}
