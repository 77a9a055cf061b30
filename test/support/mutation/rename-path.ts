import { findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { mapLines, type SourceTree } from './source-tree.js';

/** Renames a file; absolute imports of it follow. */
export const renameFile: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, (file) =>
    file.path.endsWith('__init__.py') || errorCount(file) === 0 ? [] : [file.path],
  );
  if (found === null) return null;
  const from = found.place;
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const to = [from.replace(/\.py$/, '_too.py'), `${folder}elsewhere/unrelated.py`];
  return rename(tree, from, to[choice.detail % to.length] ?? from);
};

/** Renames a folder with all that is in it; absolute imports of it follow. */
export const renamePackage: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, ({ path }) =>
    path.split('/').length > 2 ? [path.slice(0, path.lastIndexOf('/') + 1)] : [],
  );
  if (found === null) return null;
  const from = found.place;
  return rename(tree, from, `${from.slice(0, -1)}_too/`);
};

function errorCount({ lines }: { readonly lines: readonly { errors: readonly unknown[] }[] }) {
  return lines.reduce((sum, { errors }) => sum + errors.length, 0);
}

/** @param from The beginning of the paths to change. */
function rename(tree: SourceTree, from: string, to: string): SourceTree {
  const moved = new Map(
    [...tree.values()].map((file) => {
      const path = file.path.startsWith(from) ? to + file.path.slice(from.length) : file.path;
      return [path, path === file.path ? file : { ...file, path }];
    }),
  );
  const dotted = moduleOf(from);
  const word = new RegExp(`\\b${dotted.replaceAll('.', '\\.')}\\b`, 'g');
  return mapLines(moved, (line) =>
    line.text.includes(dotted) || line.errors.some(({ message }) => message.includes(dotted))
      ? {
          text: line.text.replace(word, moduleOf(to)),
          errors: line.errors.map((error) => ({
            ...error,
            message: error.message.replace(word, moduleOf(to)),
          })),
        }
      : line,
  );
}

function moduleOf(path: string): string {
  return path.replace(/\.py$|\/$/, '').replaceAll('/', '.');
}
