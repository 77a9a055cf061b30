import { choose, findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { asNew, type Line, type SourceFile, splice, withLines } from './source-tree.js';
import { type Statement, statementsOf } from './statements.js';

/** Errors as mypy finds them most often, about something that stands nowhere yet. */
const UNSEEN: readonly ((name: string) => { text: string; code: string; message: string })[] = [
  (name) => ({
    text: `${name}()`,
    code: 'no-untyped-call',
    message: `Call to untyped function "${name}" in typed context`,
  }),
  (name) => ({
    text: `harmless = ${name}`,
    code: 'name-defined',
    message: `Name "${name}" is not defined`,
  }),
  (name) => ({
    text: `self.${name}.spoon()`,
    code: 'union-attr',
    message: `Item "${name}" of "${name} | None" has no attribute "spoon"`,
  }),
  (name) => ({
    text: `import ${name}`,
    code: 'import-not-found',
    message: `Cannot find implementation or library stub for module named "${name}"`,
  }),
];

/** Adds a line with an error; neither the line nor mypy's message stands anywhere in the tree. */
export const addError: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, statementsOf);
  const error = choose(UNSEEN, choice.detail)?.(`unseen_${choice.place}_${choice.detail}`);
  if (found === null || error === undefined) return null;
  const { file, place } = found;
  return withLines(
    tree,
    file.path,
    splice(file.lines, place.first, 0, [toLine(place.indent + error.text, error)]),
  );
};

/** Adds a function without annotations: mypy says of each the same, its line is the first such. */
export const addUntypedFunction: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, (file) =>
    statementsOf(file).filter(({ kind }) => kind === 'FunctionDefinition'),
  );
  if (found === null) return null;
  const { file, place } = found;
  const text = `${place.indent}def unseen_${choice.place}_${choice.detail}(*spoons):`;
  const error = { code: 'no-untyped-def', message: 'Function is missing a type annotation' };
  const body = { text: `${place.indent}    return spoons`, errors: [] };
  return withLines(
    tree,
    file.path,
    splice(file.lines, place.first, 0, [toLine(text, error), body]),
  );
};

/**
 * Copies a line with errors to another place in its function, so that old and new ones are equal
 * but for their neighbours. All old ones keep theirs, and no copy has the same.
 */
export const copyErrorLine: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, copiesIn);
  if (found === null) return null;
  const { file, place } = found;
  const copy = asNew(file.lines.slice(place.from.first, place.from.last + 1)).map((line, offset) =>
    offset === 0 ? { ...line, text: place.to.indent + line.text.trimStart() } : line,
  );
  return withLines(tree, file.path, splice(file.lines, place.to.first, 0, copy));
};

interface Copy {
  readonly from: Statement;
  /** The statement that the copy goes before. */
  readonly to: Statement;
}

function copiesIn(file: SourceFile): readonly Copy[] {
  const lines = file.lines.map(({ text }) => text.trim()).filter((text) => text !== '');
  const statements = statementsOf(file);
  return statements.filter(isLineWithErrors(file)).flatMap((from) => {
    const text = textAt(file, from.first);
    const taken = neighboursOf(lines, text);
    return statements
      .filter((to) => to.scope === from.scope)
      .filter((to) => isApart(text, taken, lineAbove(file, to.first), textAt(file, to.first)))
      .map((to) => ({ from, to }));
  });
}

function isLineWithErrors(file: SourceFile): (statement: Statement) => boolean {
  return ({ first, last, kind, scope }) =>
    first === last &&
    scope !== '' &&
    kind !== 'FunctionDefinition' &&
    (file.lines[first]?.errors.length ?? 0) > 0;
}

interface Neighbours {
  readonly above: ReadonlySet<string>;
  readonly below: ReadonlySet<string>;
}

/** What stands above and below the lines that say something. */
function neighboursOf(lines: readonly string[], text: string): Neighbours {
  const at = [...lines.keys()].filter((index) => lines[index] === text);
  return {
    above: new Set(at.map((index) => lines[index - 1] ?? '')),
    below: new Set(at.map((index) => lines[index + 1] ?? '')),
  };
}

/** Whether a copy has other neighbours than every line that says the same, and leaves them theirs. */
function isApart(text: string, taken: Neighbours, above: string, below: string): boolean {
  return above !== text && below !== text && !taken.above.has(above) && !taken.below.has(below);
}

function lineAbove(file: SourceFile, index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const text = textAt(file, at);
    if (text !== '') return text;
  }
  return '';
}

function textAt(file: SourceFile, index: number): string {
  return file.lines[index]?.text.trim() ?? '';
}

function toLine(text: string, error: { readonly code: string; readonly message: string }): Line {
  const { code, message } = error;
  return { text, errors: [{ origin: null, code, message, column: 1 }] };
}
