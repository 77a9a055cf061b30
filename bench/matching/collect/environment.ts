import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MypyEnvironment } from '../../../src/mypy/interpreter/environment.js';
import { run } from '../../cli/run.js';
import { probeInterpreter } from './package-checker.js';

/**
 * A virtual environment with the same mypy and what the package imports, made once.
 *
 * @param base The interpreter that it is made from.
 * @param folder Absolute.
 */
export async function environmentWith(
  packages: readonly string[],
  base: MypyEnvironment,
  folder: string,
): Promise<MypyEnvironment> {
  const interpreter =
    process.platform === 'win32'
      ? join(folder, 'Scripts', 'python.exe')
      : join(folder, 'bin', 'python');
  if (!existsSync(interpreter)) {
    await mkdir(dirname(folder), { recursive: true });
    const install = ['-m', 'pip', 'install', '--quiet', `mypy==${base.mypyVersion}`, ...packages];
    try {
      await run([base.interpreter, '-m', 'venv', folder], dirname(folder));
      await run([interpreter, ...install], folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }
  return probeInterpreter(interpreter);
}
