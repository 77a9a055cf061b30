import { findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { plainLines, splice, withLines } from './source-tree.js';
import { statementsOf } from './statements.js';

/** Puts comments, blank lines or a harmless statement before a statement. */
export const insertLines: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, statementsOf);
  if (found === null) return null;
  const { file, place } = found;
  const count = 1 + (choice.detail % 4);
  const inserted = [
    ['', `${place.indent}# Somebody explains something here.`, ''],
    [...Array(count).fill(`${place.indent}# Again and again.`)],
    [`${place.indent}harmless = None`],
  ][choice.detail % 3];
  return withLines(
    tree,
    file.path,
    splice(file.lines, place.first, 0, plainLines(...(inserted ?? []))),
  );
};
