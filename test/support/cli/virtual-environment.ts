import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Makes a virtual environment (absolute path) that has the mypy of another interpreter. */
export async function createVirtualEnvironment(folder: string, python: string): Promise<void> {
  await run(python, ['-m', 'venv', '--without-pip', folder]);
  const packages = await sitePackages(resolve(python, '..', '..'));
  await writeFile(join(await sitePackages(folder), 'mypy.pth'), `${packages}\n`);
}

async function sitePackages(environment: string): Promise<string> {
  if (process.platform === 'win32') return join(environment, 'Lib', 'site-packages');
  const [version] = await readdir(join(environment, 'lib'));
  if (version === undefined) throw new Error(`${environment} has no packages`);
  return join(environment, 'lib', version, 'site-packages');
}
