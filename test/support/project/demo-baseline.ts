import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TemporaryFolder } from '../files/temporary-folder.js';
import { interpreterOf } from '../mypy/interpreters.js';
import { REPOSITORY } from '../server/language-client.js';

/** Writes the baseline of a project with the real command line, or fails with what it said. */
export function createDemoBaseline(folder: TemporaryFolder, project = '.'): void {
  const cli = join(REPOSITORY, 'dist', 'cli.js');
  const args = ['update', '--interpreter', interpreterOf('newest'), '--project', project];
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
