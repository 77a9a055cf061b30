import { spawnSync } from 'node:child_process';
import { CLI_SCRIPT } from '../cli/run-cli.js';
import type { TemporaryFolder } from '../files/temporary-folder.js';
import { interpreterOf } from '../mypy/interpreters.js';

/** Writes the baseline of a project with the real command line, or fails with what it said. */
export function createDemoBaseline(folder: TemporaryFolder, project = '.'): void {
  const args = ['update', '--interpreter', interpreterOf('newest'), '--project', project];
  const { status, stderr } = spawnSync(process.execPath, [CLI_SCRIPT, ...args], {
    cwd: folder.path,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
