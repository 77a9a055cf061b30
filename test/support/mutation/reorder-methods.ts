import { choose, findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { type SourceFile, splice, withLines } from './source-tree.js';
import { type Statement, statementsOf } from './statements.js';

/** Lets two methods of a class change places. */
export const reorderMethods: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, methodsOf);
  if (found === null) return null;
  const { file, place } = found;
  const other = choose(
    methodsOf(file).filter((method) => method !== place && method.block === place.block),
    choice.detail,
  );
  if (other === undefined) return null;
  const [upper, lower] = place.first < other.first ? [place, other] : [other, place];
  const upperLines = file.lines.slice(upper.first, upper.last + 1);
  const lowerLines = file.lines.slice(lower.first, lower.last + 1);
  // The lower one first: then the upper one still stands where it stood.
  const half = splice(file.lines, lower.first, lowerLines.length, upperLines);
  return withLines(tree, file.path, splice(half, upper.first, upperLines.length, lowerLines));
};

/** Methods of classes that have several; not those that a class defines twice, as setters. */
function methodsOf(file: SourceFile): readonly Statement[] {
  const methods = statementsOf(file).filter(
    ({ kind, parentKind }) => kind === 'FunctionDefinition' && parentKind === 'ClassDefinition',
  );
  const alone = methods.filter(
    ({ block, name }) => count(methods, (one) => one.block === block && one.name === name) === 1,
  );
  return alone.filter(({ block }) => count(alone, (one) => one.block === block) > 1);
}

function count(methods: readonly Statement[], isMeant: (method: Statement) => boolean): number {
  return methods.filter(isMeant).length;
}
