import { posix, win32 } from 'node:path';
import { isSamePath } from '../../core/path/same-path.js';
import type { InterpreterOrigin } from '../../core/problem/problem.js';
import type { EnvironmentSearch } from './find-environment.js';
import type { Surroundings } from './surroundings.js';

/** An interpreter that may have mypy. */
export interface Candidate {
  /** Absolute path. */
  readonly interpreter: string;
  readonly origin: InterpreterOrigin;
  /** Whether somebody chose it, so that it is worth a word when it is not there. */
  readonly isChosen: boolean;
}

/** The interpreter that the setting means. */
export async function resolveSetting(
  search: EnvironmentSearch,
  surroundings: Surroundings,
): Promise<Candidate> {
  const { folder, setting } = search;
  const { homeFolder, platform } = surroundings;
  const path = pathOf(platform);
  const expanded = setting
    .trim()
    .replaceAll(/\$\{workspaceFolder\}/g, () => folder)
    .replace(/^~(?=$|[\\/])/, () => homeFolder);
  const absolute = path.resolve(folder, expanded);
  // A bare name that is no file here is a command: `python3.12`.
  const isCommand = !/[\\/]/.test(expanded) && (await surroundings.kindOf(absolute)) === 'nothing';
  const onPath = isCommand ? await findOnPath(expanded, surroundings) : undefined;
  const interpreter = (await readChoice(onPath ?? absolute, surroundings)) ?? absolute;
  return { interpreter, origin: 'setting', isChosen: true };
}

/** Where to look without a setting, in order; each is looked at only when those before failed. */
export async function* listCandidates(
  search: EnvironmentSearch,
  surroundings: Surroundings,
): AsyncGenerator<Candidate> {
  for (const { path, origin } of search.chosen) {
    const interpreter = await readChoice(path, surroundings);
    if (interpreter !== undefined) yield { interpreter, origin, isChosen: true };
  }
  for (const [origin, folder] of listEnvironmentFolders(search, surroundings)) {
    const interpreter = await findInFolder(folder, surroundings);
    if (interpreter !== undefined) yield { interpreter, origin, isChosen: false };
  }
  yield* listOnPath(surroundings);
}

/** The interpreter that a choice means; undefined for a script of mypy's that names none. */
async function readChoice(path: string, surroundings: Surroundings): Promise<string | undefined> {
  if (/(?:^|[\\/])d?mypy(?:\.exe)?$/i.test(path)) {
    return readShebang(await surroundings.readEdges(path));
  }
  return (await findInFolder(path, surroundings)) ?? path;
}

/** Folders that are virtual environments, if they are there. */
function* listEnvironmentFolders(
  search: EnvironmentSearch,
  { env, platform }: Surroundings,
): Generator<readonly [InterpreterOrigin, string]> {
  for (const folder of listProjectFolders(search, platform)) {
    for (const name of ['.venv', 'venv']) {
      yield ['project-venv', pathOf(platform).join(folder, name)];
    }
  }
  for (const variable of ['VIRTUAL_ENV', 'CONDA_PREFIX']) {
    const folder = env[variable];
    if (folder) yield ['virtual-env-variable', folder];
  }
}

async function* listOnPath(surroundings: Surroundings): AsyncGenerator<Candidate> {
  const isWindows = surroundings.platform === 'win32';
  for (const name of isWindows ? ['python.exe', 'py.exe'] : ['python3', 'python']) {
    const interpreter = await findOnPath(name, surroundings);
    if (interpreter !== undefined) yield { interpreter, origin: 'path', isChosen: false };
  }
  const script = await findOnPath(isWindows ? 'mypy.exe' : 'mypy', surroundings);
  if (script === undefined) return;
  const interpreter = readShebang(await surroundings.readEdges(script));
  if (interpreter !== undefined) yield { interpreter, origin: 'mypy-script', isChosen: false };
}

/**
 * The interpreter that a console script names: in its first line, in the `exec` of the shell script
 * that pip writes for long paths, or, in the programs that pip writes on Windows, near the end.
 */
export function readShebang(edges: string): string | undefined {
  const exec = /^'''exec' "?([^"\n]+?)"? "\$0"/m.exec(edges)?.[1];
  if (exec !== undefined) return exec;
  const lines = [...edges.matchAll(/#! ?"?([^"\r\n]*python[^"\r\n]*?)"?\s*[\r\n]/g)];
  const interpreter = lines.at(-1)?.[1];
  return interpreter?.startsWith('/usr/bin/env ') ? undefined : interpreter;
}

/** The workspace folder, and the project root with its parents up to the repository's. */
function listProjectFolders(
  { folder, root, repositoryRoot }: EnvironmentSearch,
  platform: NodeJS.Platform,
): ReadonlySet<string> {
  const path = pathOf(platform);
  const folders = new Set([folder]);
  let current = root;
  folders.add(current);
  while (repositoryRoot !== null && !isSamePath(current, repositoryRoot)) {
    const parent = path.dirname(current);
    if (parent === current) break;
    folders.add(parent);
    current = parent;
  }
  return folders;
}

/** The interpreter of a virtual or conda environment; undefined when the folder is none. */
async function findInFolder(
  folder: string,
  surroundings: Surroundings,
): Promise<string | undefined> {
  const { platform } = surroundings;
  const places =
    platform === 'win32' ? ['Scripts\\python.exe', 'python.exe'] : ['bin/python', 'bin/python3'];
  for (const place of places) {
    const interpreter = pathOf(platform).join(folder, place);
    if ((await surroundings.kindOf(interpreter)) === 'file') return interpreter;
  }
  return undefined;
}

/** A file in an absolute folder of PATH; relative ones would be the project's to fill. */
export async function findOnPath(
  name: string,
  { env, platform, kindOf }: Surroundings,
): Promise<string | undefined> {
  const path = pathOf(platform);
  const variable = platform === 'win32' ? (env['Path'] ?? env['PATH']) : env['PATH'];
  for (const folder of (variable ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (path.isAbsolute(folder) && (await kindOf(file)) === 'file') return file;
  }
  return undefined;
}

/** The paths of a platform. */
export function pathOf(platform: NodeJS.Platform): typeof posix {
  return platform === 'win32' ? win32 : posix;
}
