import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ask } from './run.mjs';

/**
 * A Python of just that minor version, `3.8`, or undefined where there is none: on PATH, among
 * those that pyenv has built, or the one that Windows' launcher knows.
 */
export function findInstalledPython(minor, env = process.env) {
  const places = [`python${minor}`, 'python3', 'python', ...listOfPyenv(minor, env)];
  const found = places.find((place) => versionOf(place) === minor);
  if (found !== undefined || process.platform !== 'win32') return found;
  return ask('py', [`-${minor}`, '-c', 'import sys; print(sys.executable)']);
}

/** The minor version of an interpreter, `3.11`, or undefined when it is none. */
export function versionOf(interpreter) {
  return ask(interpreter, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
}

/** pyenv's own commands run only what its configuration chooses; the others lie in its folders. */
function listOfPyenv(minor, env) {
  const folder = join(env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name === minor || name.startsWith(`${minor}.`))
    .map((name) => join(folder, name, 'bin', 'python'));
}
