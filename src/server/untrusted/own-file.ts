import { realpath, stat } from 'node:fs/promises';
import { pathBelow } from '../../workspace/path-below.js';

/** Larger than the baseline of a million errors. */
const MOST_BYTES = 512 * 2 ** 20;

/** Whether a path is a file of a folder, wherever links may lead: no device, and nobody else's file. */
export async function isOwnFile(path: string, folder: string): Promise<boolean> {
  try {
    const [file, top] = await Promise.all([realpath(path), realpath(folder)]);
    if (!pathBelow(top, file)) return false;
    const stats = await stat(file);
    return stats.isFile() && stats.size <= MOST_BYTES;
  } catch {
    // Not there, or not to be seen: nothing to show either way.
    return false;
  }
}
