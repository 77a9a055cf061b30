import type { Mutation } from './mutation.js';
import { mapLines } from './source-tree.js';

/** How newer versions of mypy say the same, and ways that none has taken yet. */
const REWORDINGS: readonly ((message: string) => string)[] = [
  // mypy 1.20 and 2.0.
  (message) => message.replaceAll('type parameters', 'type arguments'),
  (message) =>
    message.replace(
      /Call to untyped function "(\w+)" in/,
      'Call to untyped function "$1" of "Any" in',
    ),
  (message) => message.replaceAll('"', '`'),
  (message) => message.replace('Function is missing', 'This function lacks'),
  (message) => `${message} (see the documentation)`,
  (message) => `${message.length}`,
];

/** Lets mypy say the same in other words, in all files. */
export const rewordMessages: Mutation = (tree, choice) => {
  const reword = REWORDINGS[choice.detail % REWORDINGS.length];
  if (reword === undefined) return null;
  return mapLines(tree, (line) =>
    line.errors.length === 0
      ? line
      : {
          ...line,
          errors: line.errors.map((error) => ({ ...error, message: reword(error.message) })),
        },
  );
};
