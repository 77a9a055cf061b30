import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The `site-packages` of a virtual environment, by its interpreter. */
async function sitePackagesOf(interpreter: string): Promise<string> {
  const lib = join(dirname(dirname(interpreter)), 'lib');
  const [python = ''] = (await readdir(lib)).filter((name) => name.startsWith('python'));
  return join(lib, python, 'site-packages');
}

/**
 * Makes a virtual environment without any package.
 *
 * @param folder Absolute; where it is to be.
 * @param python The interpreter that makes it.
 */
export async function createEnvironment(folder: string, python: string): Promise<void> {
  await run(python, ['-m', 'venv', '--without-pip', folder]);
}

/**
 * Makes one that sees the packages of another one.
 *
 * @param folder Absolute; where it is to be.
 * @param source The interpreter of the other one.
 */
export async function copyEnvironment(folder: string, source: string): Promise<void> {
  await createEnvironment(folder, source);
  const packages = await sitePackagesOf(join(folder, 'bin', 'python'));
  await writeFile(join(packages, 'source.pth'), `${await sitePackagesOf(source)}\n`);
}
