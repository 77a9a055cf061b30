import { choose, findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { plainLines, splice, withLines } from './source-tree.js';
import { statementsOf } from './statements.js';

/** Moves a function of a module to the end of another file. */
export const moveFunction: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, (file) =>
    statementsOf(file).filter(
      ({ kind, parentKind, first, last }) =>
        kind === 'FunctionDefinition' &&
        parentKind === 'Script' &&
        file.lines.slice(first, last + 1).some(({ errors }) => errors.length > 0),
    ),
  );
  if (found === null) return null;
  const { file, place } = found;
  const target = choose(
    [...tree.values()].filter((other) => other !== file),
    choice.detail,
  );
  if (target === undefined) return null;
  const moved = file.lines.slice(place.first, place.last + 1);
  const rest = splice(file.lines, place.first, moved.length);
  const added = [...target.lines, ...plainLines('', ''), ...moved, ...plainLines('')];
  return withLines(withLines(tree, file.path, rest), target.path, added);
};
