import { spawnSync } from 'node:child_process';
import { interpreterOf } from '../mypy/interpreters.js';
import type { CliProject } from './cli-project.js';

/** What a real mypy, started by somebody else, printed. */
export interface Recorded {
  readonly stdout: string;
  readonly status: number | null;
}

/** Runs mypy in a project as its people would, with arguments of their own. */
export function recordMypy(
  { folder, cache }: CliProject,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Recorded {
  const { stdout, status } = spawnSync(
    interpreterOf('newest'),
    ['-m', 'mypy', '--cache-dir', cache.at('recorded'), ...args, '.'],
    { cwd: folder.path, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0', ...env } },
  );
  return { stdout, status };
}
