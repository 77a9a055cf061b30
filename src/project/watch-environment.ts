import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Problem } from '../core/problem/problem.js';
import { findChanged, readWitnesses } from '../mypy/worker/witnesses.js';
import type { Log } from './ports.js';

/**
 * Remembers how folder, interpreter and mypy are, and tells later whether they still are so. An
 * environment that was made anew, upgraded or removed has to be asked again: what stands in the
 * baseline's header must be the mypy that ran.
 *
 * @param root Absolute; the project's.
 * @param packageFolder Absolute; of the package `mypy`.
 */
export function watchEnvironment(
  root: string,
  interpreter: string,
  packageFolder: string,
  log: Log,
): () => Promise<boolean> {
  const witnesses = readWitnesses([
    interpreter,
    join(dirname(dirname(interpreter)), 'pyvenv.cfg'),
    join(packageFolder, 'version.py'),
    // Installing or removing any package changes the folder that holds them.
    dirname(packageFolder),
  ]);
  return async () => {
    if (await isGone(root)) return false;
    const changed = findChanged(witnesses);
    if (changed === undefined) return true;
    log.info(`${changed} changed: the interpreter is asked again.`);
    return false;
  };
}

/** Why a folder (absolute) has no Python files. */
export async function explainNoFiles(root: string): Promise<Problem> {
  return (await isGone(root)) ? { kind: 'folder-gone', path: root } : { kind: 'no-python-files' };
}

async function isGone(folder: string): Promise<boolean> {
  try {
    await stat(folder);
    return false;
  } catch {
    // One that we may not look into is as good as gone.
    return true;
  }
}
