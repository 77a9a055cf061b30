import type { SyntaxNode } from '@lezer/common';
import type { LocatedError } from '../../core/error/mypy-error.js';
import type { Fix, TextEdit } from '../../core/fix/fix.js';
import { type OptionalStyle, toOptional } from '../../core/fix/optional-type.js';
import { suggestsOptional } from '../../core/fix/suggestions.js';
import { phrase } from '../../core/language/language.js';
import { closest, type SourceTree } from './source-tree.js';
import { findOptional } from './typing-import.js';

/** For which Python a file is checked. */
export interface FixTarget {
  /** Whether Python itself, not only mypy, understands `T | None` there: from 3.10 on. */
  readonly hasUnions: boolean;
}

/** Makes `x: T = None` allow `None`, for parameters and for variables. */
export function fixOptional(
  tree: SourceTree,
  error: LocatedError,
  { hasUnions }: FixTarget,
): Fix | undefined {
  if (!suggestsOptional(error)) return undefined;
  const none = tree.nodeAt(error.range);
  if (none.name !== 'None') return undefined;
  const annotated = findAnnotated(none);
  const type = annotated?.annotation.firstChild?.nextSibling;
  if (annotated === undefined || !type) return undefined;
  // Anything behind the type would be lost.
  if (tree.read({ from: type.to, to: annotated.annotation.to }).trim() !== '') return undefined;
  const found = chooseStyle(tree, error.path, hasUnions);
  if (found === undefined) return undefined;
  const { style, edits } = found;
  const newType = toOptional(tree.read(type), style);
  const shown = newType.includes('\n')
    ? style.kind === 'union'
      ? '… | None'
      : style.name
    : newType;
  const owner = closest(none, 'FunctionDefinition') ?? closest(none, 'ClassDefinition');
  return {
    kind: 'optional',
    title: phrase('Change the type to "{0}"', shown),
    path: error.path,
    errors: [error],
    edits: [...edits, tree.edit(type.from, type.to, newType)],
    reach: owner === undefined ? { first: 1, last: tree.lineCount } : tree.linesOf(owner),
    subject: tree.read(annotated.name),
    isForMany: true,
  };
}

interface Annotated {
  readonly annotation: SyntaxNode;
  readonly name: SyntaxNode;
}

/** What `None` is the default or the first value of, where that has an annotation. */
function findAnnotated(none: SyntaxNode): Annotated | undefined {
  const { parent, prevSibling: operator } = none;
  const isIn = parent?.name === 'ParamList' || parent?.name === 'AssignStatement';
  if (!isIn || operator?.name !== 'AssignOp') return undefined;
  const annotation = operator.prevSibling;
  const name = annotation?.prevSibling;
  if (annotation?.name !== 'TypeDef' || !name) return undefined;
  return { annotation, name };
}

/** `T | None` wherever it can be evaluated or never is, else `Optional` and its import. */
function chooseStyle(
  tree: SourceTree,
  path: string,
  hasUnions: boolean,
): { readonly style: OptionalStyle; readonly edits: readonly TextEdit[] } | undefined {
  const isStub = path.endsWith('.pyi');
  if (hasUnions || isStub || /^from __future__ import [^#\n]*\bannotations\b/m.test(tree.text)) {
    return { style: { kind: 'union' }, edits: [] };
  }
  const found = findOptional(tree);
  return found && { style: { kind: 'optional', name: found.name }, edits: found.edits };
}
