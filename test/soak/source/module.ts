import type { Random } from '../random.js';
import { SNIPPETS } from './snippets.js';

/** Between what stands at the top level of a module; the first part holds its imports. */
const GAP = '\n\n\n';

/** The parts of a module: its head, then functions and classes. */
export function splitModule(text: string): readonly string[] {
  return text.trimEnd().split(GAP);
}

/** A module's text from its parts. */
export function joinModule(parts: readonly string[]): string {
  return `${parts.join(GAP)}\n`;
}

/** The name that a part defines; undefined for a head. */
export function nameOf(part: string): string | undefined {
  return /^(?:def|class) (\w+)/.exec(part)?.[1];
}

/** A function or class by that name, right or wrong. */
export function randomPart(random: Random, name: string, wrongness = 0.5): string {
  const snippet = random.pick(SNIPPETS);
  return random.isLucky(wrongness) ? snippet.wrong(name) : snippet.right(name);
}

/** Calls a function of another module, with an argument that may not fit. */
export function callPart(random: Random, name: string, module: string, callee: string): string {
  const argument = random.pick(['1', '"one"', '[1]', '["one"]']);
  return `def ${name}() -> str:\n    return ${module}.${callee}(${argument})`;
}

/** The name by which a module is imported: `m03` of `app/a/m03.py`. */
export function moduleName(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.py$/, '');
}

/** The package of a module: `app.a` of `app/a/m03.py`. */
export function packageOf(path: string): string {
  return path.split('/').slice(0, -1).join('.');
}
