import { stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { toSlashes } from '../../core/path/place.js';
import type { RepositorySearch } from './git.js';

/**
 * The repository of a folder by where `.git` is, without running git: a repository's own configuration
 * can name programs that git starts, which is not for one that nobody trusts.
 */
export async function findRepositoryByFiles(folder: string): Promise<RepositorySearch> {
  for (let current = folder; ; ) {
    const gitFolder = join(current, '.git');
    if (await isThere(gitFolder)) {
      const prefix = toSlashes(relative(current, folder));
      return { kind: 'found', worktreeRoot: current, gitFolder, prefix };
    }
    const parent = dirname(current);
    if (parent === current) return { kind: 'none' };
    current = parent;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    // What we may not see is no repository of ours.
    return false;
  }
}
