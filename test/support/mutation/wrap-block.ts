import { type Choice, findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import {
  type Line,
  plainLines,
  type SourceFile,
  type SourceTree,
  splice,
  withLines,
} from './source-tree.js';
import { type Statement, statementsOf, syntaxOf } from './statements.js';

/** Indents a statement of a function and puts it into a `try`. */
export const wrapInTry: Mutation = (tree, choice) =>
  wrap(tree, choice, (indent) => ({
    head: [`${indent}try:`],
    tail: [`${indent}finally:`, `${indent}    pass`],
  }));

/** Indents a statement of a function and makes it depend on a condition. */
export const wrapInIf: Mutation = (tree, choice) =>
  wrap(tree, choice, (indent) => ({ head: [`${indent}if bool(1):`], tail: [] }));

function wrap(
  tree: SourceTree,
  choice: Choice,
  aroundWith: (indent: string) => { head: readonly string[]; tail: readonly string[] },
): SourceTree | null {
  const found = findPlace(tree, choice, (file) =>
    statementsOf(file).filter(({ kind, scope }) => scope !== '' && kind !== 'ClassDefinition'),
  );
  if (found === null) return null;
  const { file, place } = found;
  const { head, tail } = aroundWith(place.indent);
  const lines = [...plainLines(...head), ...indent(file, place), ...plainLines(...tail)];
  const count = place.last - place.first + 1;
  return withLines(tree, file.path, splice(file.lines, place.first, count, lines));
}

function indent(file: SourceFile, { first, last }: Statement): readonly Line[] {
  const { insideString } = syntaxOf(file);
  return file.lines.slice(first, last + 1).map((line, offset) => {
    const isFixed = line.text === '' || insideString.has(first + offset);
    return isFixed ? line : { ...line, text: `    ${line.text}` };
  });
}
