import { isAtLeast } from '../../core/output/version.js';
import type { MypyEnvironment } from '../interpreter/environment.js';

/**
 * Keeps the current folder off the module path, as `-P` does from Python 3.11 on, so that a
 * project's `types.py` or `mypy/` cannot take the place of the real ones. mypy itself drops the
 * first entry of the path in these versions (mypy/pyinfo.py), so it is replaced and not removed:
 * by the folder that a console script would have put there.
 */
const LAUNCHER =
  'import sys, os; sys.path[0] = os.path.dirname(sys.executable); ' +
  "import runpy; runpy.run_module('mypy', run_name='__main__', alter_sys=True)";

/** Python's own arguments: no warnings about mypy's code, and no current folder on the path. */
export function pythonOptions({ pythonVersion }: MypyEnvironment): readonly string[] {
  return isAtLeast(pythonVersion, 3, 11) ? ['-W', 'ignore', '-P'] : ['-W', 'ignore'];
}

/** The arguments of the interpreter that run mypy, before mypy's own. */
export function mypyCommand(environment: MypyEnvironment): readonly string[] {
  const isSafe = isAtLeast(environment.pythonVersion, 3, 11);
  return [...pythonOptions(environment), ...(isSafe ? ['-m', 'mypy'] : ['-c', LAUNCHER])];
}
