import { findInstalledPython, versionOf } from '../setup/installed-pythons.mjs';
import { environmentOf, findPython } from '../setup/python.mjs';
import { pythonsOf } from './versions.mjs';

/**
 * A virtual environment with a version of mypy, and the Python in it; or which Pythons would do
 * where none of them is installed.
 */
export async function openEnvironment(version) {
  const wanted = pythonsOf(version);
  for (const minor of wanted) {
    const python = findInstalledPython(minor);
    if (python === undefined) continue;
    const name = `mypy-${version}${suffixOf(minor)}`;
    const interpreter = await environmentOf(name, python, [`mypy==${version}`]);
    return { kind: 'found', interpreter, python: versionOf(interpreter) };
  }
  return { kind: 'missing', wanted };
}

/** The same with the plugins of real packages; empty where the Python is missing. */
export async function openPluginEnvironment(version) {
  return '';
}

/** The set-up's own Python needs no name: the folder is the one that `npm test` uses too. */
function suffixOf(minor) {
  return versionOf(findPython()) === minor ? '' : `-python${minor}`;
}
