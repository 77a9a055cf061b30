import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, type PlatformPath } from 'node:path';
import { isSamePath } from '../../core/path/same-path.js';
import type { FileRole } from './mypy-sections.js';

/** The files in a folder that can hold mypy's configuration, in its order. */
export const CONFIGURATION_FILES: readonly (readonly [string, FileRole])[] = [
  ['mypy.ini', 'own'],
  ['.mypy.ini', 'own'],
  ['pyproject.toml', 'shared'],
  ['setup.cfg', 'shared'],
];

/** A folder and those above it up to the top of its repository, or the folder alone without one. */
export function listUpwards(
  folder: string,
  repositoryRoot: string | null,
  { dirname: parentOf }: Pick<PlatformPath, 'dirname'> = { dirname },
): readonly string[] {
  const folders = [folder];
  if (repositoryRoot === null) return folders;
  for (let current = folder; !isSamePath(current, repositoryRoot); ) {
    const parent = parentOf(current);
    // A link can lead to the folder from outside of the repository.
    if (parent === current) return [folder];
    folders.push(parent);
    current = parent;
  }
  return folders;
}

/** The folders above one, up to what mypy takes for the top of a repository. */
export async function listAbove(folder: string): Promise<readonly string[]> {
  return (await climb(folder)).folders;
}

/**
 * The same where there is such a top: their configuration is the folder's too. Without one a file far
 * above is nobody's project. Looks at files only, and runs no git.
 */
export async function listGoverning(folder: string): Promise<readonly string[]> {
  const { folders, isRepository } = await climb(folder);
  return isRepository ? folders : [];
}

async function climb(folder: string) {
  const folders: string[] = [];
  for (let current = folder; !(await isTop(current)); ) {
    const parent = dirname(current);
    if (parent === current) return { folders, isRepository: false };
    folders.push(parent);
    current = parent;
  }
  return { folders, isRepository: true };
}

async function isTop(folder: string): Promise<boolean> {
  return (await exists(join(folder, '.git'))) || (await exists(join(folder, '.hg')));
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    // As `os.path.exists`, by which mypy decides: whatever keeps us from seeing it.
    return false;
  }
}

/** What mypy falls back to (`USER_CONFIG_FILES` in mypy/defaults.py). */
export function listHomeFiles(): readonly string[] {
  return [
    ...listXdgFiles(),
    join(homedir(), '.config', 'mypy', 'config'),
    join(homedir(), '.mypy.ini'),
  ];
}

/** Those of them whose folder is named by a variable. */
export function listXdgFiles(): readonly string[] {
  const xdg = process.env['XDG_CONFIG_HOME'];
  return xdg ? [join(xdg, 'mypy', 'config')] : [];
}
