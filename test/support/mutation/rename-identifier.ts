import { type Choice, findPlace } from './choice.js';
import type { Mutation } from './mutation.js';
import { type Line, mapLines, type SourceFile, type SourceTree, withLines } from './source-tree.js';
import { type Statement, statementsOf } from './statements.js';

/** Renames a variable of one function, on lines that have errors among others. */
export const renameVariable: Mutation = (tree, choice) => {
  const found = findPlace(tree, choice, variablesOf);
  if (found === null) return null;
  const { file, place } = found;
  const name = freshName(tree, place.name, choice.detail);
  const lines = file.lines.map((line, index) =>
    index < place.owner.first || index > place.owner.last
      ? line
      : renameIn(line, place.name, name, /(?<![\w.])/),
  );
  return withLines(tree, file.path, lines);
};

/** Renames a function or method, and it in all files. */
export const renameFunction: Mutation = (tree, choice) =>
  renameDefinition(tree, choice, 'FunctionDefinition');

/** Renames a class, and it in all files. */
export const renameClass: Mutation = (tree, choice) =>
  renameDefinition(tree, choice, 'ClassDefinition');

function renameDefinition(tree: SourceTree, choice: Choice, kind: string): SourceTree | null {
  const counts = definitionCounts(tree);
  const found = findPlace(tree, choice, (file) =>
    statementsOf(file).filter(
      // A shorter name is often also that of something else, in a library even.
      ({ kind: own, name }) =>
        own === kind && name !== null && name.length > 6 && counts.get(name) === 1,
    ),
  );
  const from = found?.place.name ?? null;
  if (from === null) return null;
  const to = freshName(tree, from, choice.detail);
  return mapLines(tree, (line) => renameIn(line, from, to, /\b/));
}

interface Variable {
  readonly owner: Statement;
  readonly name: string;
}

const ASSIGNED = /^\s*([a-z_]\w*) *=[^=]/;

function variablesOf(file: SourceFile): readonly Variable[] {
  return statementsOf(file).flatMap((owner) => {
    if (owner.kind !== 'FunctionDefinition') return [];
    const lines = file.lines.slice(owner.first, owner.last + 1);
    const names = new Set(
      statementsOf(file)
        .filter(({ kind, first }) => kind === 'AssignStatement' && first > owner.first)
        .filter(({ last }) => last <= owner.last)
        .flatMap(({ first }) => ASSIGNED.exec(file.lines[first]?.text ?? '')?.[1] ?? []),
    );
    return [...names]
      .filter((name) => name !== owner.name && hasErrors(lines, name) && !isShared(lines, name))
      .map((name) => ({ owner, name }));
  });
}

function hasErrors(lines: readonly Line[], name: string): boolean {
  const word = wordOf(name);
  return lines.some(({ text, errors }) => errors.length > 0 && text.search(word) >= 0);
}

/** Whether a name is a parameter, a keyword of a call or one of an outer scope. */
function isShared(lines: readonly Line[], name: string): boolean {
  const outside = new RegExp(
    `\\b(global|nonlocal)\\b.*\\b${name}\\b|[(,]\\s*\\**${name}\\s*[=:,)]`,
  );
  return lines.some(({ text }) => outside.test(text));
}

function definitionCounts(tree: SourceTree): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of tree.values()) {
    for (const { name } of statementsOf(file)) {
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** A name that stands nowhere in the tree yet: alike, longer, or another word altogether. */
function freshName(tree: SourceTree, name: string, detail: number): string {
  const isClass = /^[A-Z]/.test(name);
  const names = [`${name}_`, `${name}_too`, isClass ? 'Unrelated' : 'unrelated'];
  for (let number = 2; ; number++) {
    const fresh = `${names[detail % names.length]}${number}`;
    if (![...tree.values()].some(({ lines }) => lines.some(({ text }) => text.includes(fresh)))) {
      return fresh;
    }
  }
}

/** Renames on a line and in what mypy says of it: it quotes names. */
function renameIn(line: Line, from: string, to: string, start: RegExp): Line {
  if (!line.text.includes(from) && !line.errors.some((one) => one.message.includes(from))) {
    return line;
  }
  const word = wordOf(from, start);
  return {
    text: line.text.replace(word, to),
    errors: line.errors.map((error) => ({
      ...error,
      message: error.message.replace(/"[^"]*"/g, (quoted) => quoted.replace(word, to)),
    })),
  };
}

function wordOf(name: string, start = /\b/): RegExp {
  return new RegExp(`${start.source}${name}\\b`, 'g');
}
