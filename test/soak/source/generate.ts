import type { Random } from '../random.js';
import { callPart, joinModule, moduleName, nameOf, packageOf, randomPart } from './module.js';

/** How mypy is configured at first; the head of the file that `configure` edits. */
export const STRICT_INI = '[mypy]\nfiles = app\nstrict = True\nwarn_unreachable = True\n';

const MODULES = 30;
const PARTS = 6;
const PACKAGES = ['a', 'b', 'c'] as const;

/** The files of a project with some 30 modules and more than 100 errors, by path. */
export function generateProject(random: Random): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['mypy.ini', STRICT_INI],
    ['.gitignore', '.venv\n__pycache__/\n.mypy_cache/\n'],
    ['app/__init__.py', ''],
    ...PACKAGES.map((name): [string, string] => [`app/${name}/__init__.py`, '']),
  ]);
  const modules: [path: string, parts: readonly string[]][] = [];
  for (let index = 0; index < MODULES; index++) {
    const path = `app/${random.pick(PACKAGES)}/m${String(index).padStart(2, '0')}.py`;
    const parts = generateModule(random, modules);
    modules.push([path, parts]);
    files.set(path, joinModule(parts));
  }
  return files;
}

/** The parts of a module that may use those before it, so that an edit is felt in other files. */
export function generateModule(
  random: Random,
  others: readonly (readonly [path: string, parts: readonly string[]])[],
): readonly string[] {
  const imported = random.some(others, 3);
  const imports = imported.map(([path]) => `from ${packageOf(path)} import ${moduleName(path)}`);
  const parts: string[] = [['"""A module."""', ...imports].join('\n')];
  for (let number = 1; number <= PARTS; number++) parts.push(randomPart(random, `part_${number}`));
  for (const [path, [, ...its]] of imported) {
    const callee = nameOf(random.pick(its));
    if (callee === undefined) continue;
    parts.push(callPart(random, `call_${moduleName(path)}`, moduleName(path), callee));
  }
  return parts;
}
