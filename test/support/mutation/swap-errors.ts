import { findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { asNew, type Line, plainLines, type SourceFile, splice, withLines } from './source-tree.js';
import { type Statement, statementsOf } from './statements.js';

/** Moves a line with errors to another place in its function: it is the same line. */
export const moveLine: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, (file) =>
    movesIn(file, (from, to) => from.scope === to.scope),
  );
  if (found === null) return null;
  const { file, place } = found;
  return withLines(tree, file.path, move(file, place, textAt(file, place.from)));
};

/** Moves a line with errors into another function of its file. */
export const moveLineAcross: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, (file) =>
    movesIn(file, (from, to) => to.scope !== '' && from.scope !== to.scope),
  );
  if (found === null) return null;
  const { file, place } = found;
  return withLines(tree, file.path, move(file, place, textAt(file, place.from)));
};

/**
 * Fixes an error and makes one of which mypy says the same elsewhere in the function, on a line
 * that stood nowhere yet.
 */
export const swapErrors: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, (file) =>
    movesIn(file, (from, to) => from.scope === to.scope),
  );
  if (found === null) return null;
  const { file, place } = found;
  const name = `unseen_${choice.place}_${choice.detail}`;
  const old = textAt(file, place.from);
  const text = [`${name}[7]`, `return ${name} if ${name} else spoons`, `if ${name}: ${old}`];
  return withLines(
    tree,
    file.path,
    move(file, place, text[choice.detail % text.length] ?? name, asNew),
  );
};

interface Move {
  /** The statement that goes, on one line. */
  readonly from: Statement;
  /** The statement before which the other one comes. */
  readonly to: Statement;
}

function movesIn(
  file: SourceFile,
  isMeant: (from: Statement, to: Statement) => boolean,
): readonly Move[] {
  const statements = statementsOf(file);
  const sources = statements.filter(
    ({ kind, first, last, scope }) =>
      scope !== '' &&
      kind !== 'FunctionDefinition' &&
      first === last &&
      (file.lines[first]?.errors.length ?? 0) > 0,
  );
  return sources.flatMap((from) =>
    statements
      .filter((to) => to !== from && to.first !== from.last + 1 && isMeant(from, to))
      .map((to) => ({ from, to })),
  );
}

/** Takes the line away and puts one with its errors to the other place. */
function move(
  file: SourceFile,
  { from, to }: Move,
  text: string,
  label: (lines: readonly Line[]) => readonly Line[] = (lines) => lines,
): readonly Line[] {
  const line = file.lines.slice(from.first, from.first + 1);
  const added = label(line).map((one) => ({ ...one, text: to.indent + text }));
  const rest = from.siblings > 1 ? [] : plainLines(`${from.indent}pass`);
  // The lower place first: then the upper one still is where it was.
  return from.first < to.first
    ? splice(splice(file.lines, to.first, 0, added), from.first, 1, rest)
    : splice(splice(file.lines, from.first, 1, rest), to.first, 0, added);
}

function textAt(file: SourceFile, { first }: Statement): string {
  return file.lines[first]?.text.trim() ?? '';
}
