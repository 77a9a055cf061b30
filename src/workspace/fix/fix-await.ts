import type { SyntaxNode } from '@lezer/common';
import type { LocatedError } from '../../core/error/mypy-error.js';
import type { Fix } from '../../core/fix/fix.js';
import { missingAttribute, suggestsAwait } from '../../core/fix/suggestions.js';
import { phrase } from '../../core/language/language.js';
import type { SourceTree } from './source-tree.js';

/** What binds at least as tight as `await` does. */
const PRIMARY = new Set(['CallExpression', 'VariableName', 'MemberExpression']);

/** Errors that mypy reports at the very expression which is a coroutine. */
const AT_COROUTINE = new Set([
  'arg-type',
  'assignment',
  'return-value',
  'list-item',
  'dict-item',
  'unused-coroutine',
]);

/** Adds the `await` that mypy misses, where the code can wait and it is plain what for. */
export function fixAwait(tree: SourceTree, error: LocatedError): Fix | undefined {
  if (!suggestsAwait(error) || error.start.line !== error.end.line) return undefined;
  const reported = tree.nodeOf(error.range);
  const coroutine = reported && findCoroutine(tree, reported, error);
  if (coroutine === undefined || !PRIMARY.has(coroutine.name)) return undefined;
  const owner = findAsync(coroutine);
  if (owner === undefined) return undefined;
  const { from, to, parent } = coroutine;
  const isWithin = parent !== null && PRIMARY.has(parent.name) && parent.from === from;
  const edits = isWithin
    ? [tree.edit(from, from, '(await '), tree.edit(to, to, ')')]
    : [tree.edit(from, from, 'await ')];
  return {
    kind: 'await',
    title: phrase('Add "await"'),
    path: error.path,
    errors: [error],
    edits,
    reach: tree.linesOf(owner),
    subject: '',
    isForMany: true,
  };
}

function findCoroutine(
  tree: SourceTree,
  reported: SyntaxNode,
  error: LocatedError,
): SyntaxNode | undefined {
  const object =
    reported.name === 'MemberExpression' ? (reported.firstChild ?? undefined) : undefined;
  if (error.code === 'index') return object;
  const attribute = missingAttribute(error);
  if (attribute === undefined) return AT_COROUTINE.has(error.code) ? reported : undefined;
  if (attribute === '__iter__') return reported;
  const name = reported.lastChild;
  return name !== null && tree.read(name) === attribute ? object : undefined;
}

/** The `async def` that runs a node; undefined where it may not wait. */
function findAsync(node: SyntaxNode): SyntaxNode | undefined {
  for (let above = node.parent; above !== null; above = above.parent) {
    switch (above.name) {
      case 'LambdaExpression':
      case 'ComprehensionExpression':
      case 'ClassDefinition':
      case 'ParamList':
      case 'Decorator':
        return undefined;
      case 'ArgList':
        // A generator without parentheses of its own.
        if (above.getChild('for') !== null) return undefined;
        break;
      case 'FunctionDefinition':
        return above.getChild('async') === null ? undefined : above;
    }
  }
  return undefined;
}
