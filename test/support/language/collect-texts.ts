import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isFunctionDeclaration,
  isIdentifier,
  isPropertySignatureDeclaration,
  isStringLiteralLikeNode,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast';
import { API, type Project, type Type } from 'typescript/unstable/sync';

/** Texts of the source that a person reads. */
export interface CollectedTexts {
  /** Each once, sorted. */
  readonly texts: readonly string[];
  /** Calls whose text is no literal, as `FILE:LINE` from the root, so that nobody could translate it. */
  readonly unreadable: readonly string[];
}

/** Which arguments are texts: of a method of `Language`, and of the function that makes a `Phrase`. */
const TEXT_ARGUMENTS: ReadonlyMap<string, readonly number[]> = new Map([
  ['say', [0]],
  ['count', [1, 2]],
  ['phrase', [0]],
]);

/**
 * Where `Language` is declared, below the root; in small letters, as the compiler has paths where their
 * case does not matter. The calls in it only hand texts on.
 */
const DECLARATION = 'src/core/language/language.ts';

/**
 * Every text that is handed to `say` or `count` of a `Language`, whatever the variable is called, and
 * every one that a `phrase` has: the compiler knows what a call calls.
 *
 * @param root - Absolute folder with `src/` and its TypeScript projects.
 */
export function collectTexts(root: string): CollectedTexts {
  const api = new API({ cwd: root });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [...configFiles(join(root, 'src'))] });
    const texts = new Set<string>();
    const unreadable: string[] = [];
    for (const project of snapshot.getProjects()) {
      for (const file of project.rootFiles) {
        const place = relative(root, file);
        const source = project.program.getSourceFile(file);
        if (source === undefined) throw new Error(`${place} was not parsed`);
        if (place.replaceAll('\\', '/') === DECLARATION) continue;
        for (const argument of textArguments(source, project)) {
          if (isStringLiteralLikeNode(argument)) texts.add(argument.text);
          else unreadable.push(`${place}:${lineOf(argument, source)}`);
        }
      }
    }
    return { texts: [...texts].sort(), unreadable };
  } finally {
    api.close();
  }
}

function configFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name, 'tsconfig.json'));
}

function textArguments(source: SourceFile, project: Project): readonly Expression[] {
  const calls = callsIn(source);
  if (calls.length === 0) return [];
  const types = project.checker.getTypeAtLocation(calls.map(({ expression }) => expression));
  return calls.flatMap((call, index) => {
    const positions = TEXT_ARGUMENTS.get(declaredName(types[index], project) ?? '') ?? [];
    return positions.map((position) => call.arguments[position] ?? call);
  });
}

function callsIn(source: SourceFile): readonly CallExpression[] {
  const calls: CallExpression[] = [];
  const visit = (node: Node): void => {
    if (isCallExpression(node)) calls.push(node);
    node.forEachChild(visit);
  };
  visit(source);
  return calls;
}

/** The name of the method of `Language`, or of the function beside it, that a type is the type of. */
function declaredName(type: Type | undefined, project: Project): string | undefined {
  const [declaration] = type?.getSymbol()?.declarations ?? [];
  if (declaration?.path.endsWith(DECLARATION) !== true) return undefined;
  const node = declaration.resolve(project);
  if (node !== undefined && isFunctionDeclaration(node)) return node.name?.text;
  const property = node?.parent;
  if (property === undefined || !isPropertySignatureDeclaration(property)) return undefined;
  return isIdentifier(property.name) ? property.name.text : undefined;
}

/** 1-based. */
function lineOf(node: Node, source: SourceFile): number {
  return source.text.slice(0, node.end).split('\n').length;
}
