import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { isIgnoredFolder } from './watch/ignored-folders.js';

const PYTHON_FILE = /\.pyi?$/;
/** Folders looked into before giving up on a huge tree; then we let mypy say it. */
const SEARCHED_FOLDERS = 5_000;

/** Whether a folder (absolute path) has Python files of its own. Stops at the first. */
export async function hasPythonFiles(root: string): Promise<boolean> {
  const queue = [root];
  for (let searched = 0; queue.length > 0; searched++) {
    if (searched >= SEARCHED_FOLDERS) return true;
    const folder = queue.shift() ?? root;
    const { found, folders } = await lookInto(folder);
    if (found) return true;
    queue.push(...folders);
  }
  return false;
}

async function lookInto(folder: string): Promise<{ found: boolean; folders: readonly string[] }> {
  const folders: string[] = [];
  try {
    for await (const item of await opendir(folder)) {
      if (item.isFile() && PYTHON_FILE.test(item.name)) return { found: true, folders };
      const path = join(folder, item.name);
      if (item.isDirectory() && !isIgnoredFolder(path)) folders.push(path);
    }
  } catch {
    // Not ours to read, or gone meanwhile: what lies in it is not checked either.
    return { found: false, folders };
  }
  return { found: false, folders };
}
