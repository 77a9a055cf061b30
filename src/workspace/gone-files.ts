import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the system answers where nothing has this name; anything else may hide a file. */
const NOTHING_THERE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Of paths, those that no file has any more. A file out of reach is not gone. Synchronous, as
 * `stampFile` is, and for the same reason.
 *
 * @param root Absolute.
 * @param paths Relative to the root, or absolute.
 */
export function findGoneFiles(root: string, paths: Iterable<string>): ReadonlySet<string> {
  return new Set([...paths].filter((path) => isGone(resolve(root, path))));
}

function isGone(file: string): boolean {
  try {
    return !statSync(file).isFile();
  } catch (error) {
    return error instanceof Error && 'code' in error && NOTHING_THERE.has(error.code);
  }
}
