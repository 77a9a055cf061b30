import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TemporaryFolder } from '../files/temporary-folder.js';

const run = promisify(execFile);

const IDENTITY = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Runs the real git in a folder, with nobody's own configuration. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', [...args], {
    cwd: folder,
    env: { ...process.env, ...IDENTITY },
  });
  return stdout.trim();
}

/** Makes a repository of a folder and commits all that is in it. */
export async function createRepository(folder: string): Promise<void> {
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await commitAll(folder, 'first');
}

export async function commitAll(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--allow-empty', '--message', message);
}

/** Clones the newest commit of a repository, of every branch. Returns the clone's absolute path. */
export async function cloneShallow(folder: TemporaryFolder): Promise<string> {
  const clone = folder.at('../shallow');
  const url = pathToFileURL(folder.path).href;
  await git(folder.path, 'clone', '--quiet', '--depth=1', '--no-single-branch', url, clone);
  return clone;
}
