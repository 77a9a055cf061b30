import { isAbsolute, relative, sep } from 'node:path';
import { toSlashes } from '../core/path/place.js';

/**
 * A path relative to a folder (both absolute), `/`-separated; empty for the folder itself, undefined
 * for what is outside of it.
 */
export function pathBelow(folder: string, path: string): string | undefined {
  const below = relative(folder, path);
  // On Windows the way to another drive is absolute.
  return below.split(sep)[0] === '..' || isAbsolute(below) ? undefined : toSlashes(below);
}
