import { findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { plainLines, splice, withLines } from './source-tree.js';
import { statementsOf } from './statements.js';

/** Deletes a statement with all that is in it: its errors are fixed. */
export const deleteStatement: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, statementsOf);
  if (found === null) return null;
  const { file, place } = found;
  const rest = place.siblings > 1 ? [] : plainLines(`${place.indent}pass`);
  const count = place.last - place.first + 1;
  return withLines(tree, file.path, splice(file.lines, place.first, count, rest));
};
