import { findInstalledPython, versionOf } from '../setup/installed-pythons.mjs';
import { environmentOf, findPython, pluginEnvironment } from '../setup/python.mjs';
import { pythonsOf } from './versions.mjs';

/**
 * A virtual environment with a version of mypy, one with plugins too, and the Python in them; or
 * which Pythons would do where none of them is installed.
 */
export async function openEnvironment(version) {
  const wanted = pythonsOf(version);
  for (const minor of wanted) {
    const python = findInstalledPython(minor);
    if (python === undefined) continue;
    const name = `mypy-${version}${suffixOf(minor)}`;
    const interpreter = await environmentOf(name, python, [`mypy==${version}`]);
    const plugins = await pluginEnvironment(version, python);
    return { kind: 'found', interpreter, plugins, python: versionOf(interpreter) };
  }
  return { kind: 'missing', wanted };
}

/** The set-up's own Python needs no name: the folder is the one that `npm test` uses too. */
function suffixOf(minor) {
  return versionOf(findPython()) === minor ? '' : `-python${minor}`;
}
