import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Folders that hold nobody's own Python: dependencies, caches, build output. */
const IGNORED_NAMES = new Set(['node_modules', '__pycache__', 'site-packages']);

/**
 * Whether a folder (absolute path) is left out: hidden ones, dependencies, caches, and virtual
 * environments, which are known by their `pyvenv.cfg`.
 */
export function isIgnoredFolder(folder: string): boolean {
  const name = basename(folder);
  return name.startsWith('.') || IGNORED_NAMES.has(name) || existsSync(join(folder, 'pyvenv.cfg'));
}
