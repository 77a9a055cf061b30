import { choose, findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { mapLines } from './source-tree.js';

/** How newer versions of mypy say the same, and ways that none has taken yet. */
const REWORDINGS: readonly ((message: string) => string)[] = [
  // mypy 2.0 says "of" which class a function is, and calls type parameters arguments.
  (message) => message.replace(/untyped function "(\w+)" in/, 'untyped function "$1" of "Any" in'),
  (message) => message.replaceAll('type arguments', 'type parameters'),
  (message) => message.replaceAll('"', '`'),
  (message) => message.replace('Function is missing', 'This function lacks'),
  (message) => `${message} (see the documentation)`,
  (message) => `Error of ${message.length} letters`,
];

/** Lets mypy say the same in other words, in the files of one folder. */
export const rewordMessages: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, ({ path, lines }) =>
    lines.some(({ errors }) => errors.length > 0) ? [folderOf(path)] : [],
  );
  const reword = choose(REWORDINGS, choice.detail);
  if (found === null || reword === undefined) return null;
  return mapLines(tree, (line, path) =>
    line.errors.length === 0 || folderOf(path) !== found.place
      ? line
      : {
          ...line,
          errors: line.errors.map((error) => ({ ...error, message: reword(error.message) })),
        },
  );
};

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
