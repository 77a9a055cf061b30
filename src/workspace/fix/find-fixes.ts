import type { LocatedError } from '../../core/error/mypy-error.js';
import type { Fix } from '../../core/fix/fix.js';
import type { SourceText } from '../source/source-text.js';
import { fixAwait } from './fix-await.js';
import { fixByIgnore, fixUnnamedCodes, fixUnusedIgnore, groupIgnored } from './fix-ignore.js';
import { type FixTarget, fixOptional } from './fix-optional.js';
import { fixMissingReturn, fixReturnNone } from './fix-return.js';
import { SourceTree } from './source-tree.js';

export type { FixTarget };

/** Says what can be done about errors of one file, which are to be located in its very text. */
export type FixFinder = (errors: readonly LocatedError[]) => readonly Fix[];

/**
 * Says what can be done about errors of one file: what makes them go away first, one comment for all
 * errors of a line last. The errors are to be located in the very text that is given here.
 */
export function createFixFinder(source: SourceText, target: FixTarget): FixFinder {
  const tree = new SourceTree(source);
  return (errors) => {
    const remedies = errors.flatMap((error) => toList(findRemedy(tree, error, target)));
    const ignores = groupIgnored(tree, errors).flatMap((group) => toList(fixByIgnore(tree, group)));
    return [...remedies, ...ignores];
  };
}

function findRemedy(tree: SourceTree, error: LocatedError, target: FixTarget): Fix | undefined {
  return (
    fixUnusedIgnore(tree, error) ??
    fixUnnamedCodes(tree, error) ??
    fixReturnNone(tree, error) ??
    fixOptional(tree, error, target) ??
    fixAwait(tree, error) ??
    fixMissingReturn(tree, error)
  );
}

function toList<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}
