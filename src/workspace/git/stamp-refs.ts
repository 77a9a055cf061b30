import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stampFile } from '../file-stamp.js';

/** Symbolic refs that name each other end here; git gives up after as many. */
const LONGEST_CHAIN = 5;

/**
 * What changes whenever one of some refs (`HEAD`, `refs/heads/main`) names another commit, as git's
 * files say it: all symbolic refs on the way, and then the hash, or the stamp of the packed refs where
 * there is no file of its own. Much cheaper than to ask git. A name that leads out of git's folder,
 * which git allows nobody, is not followed.
 *
 * @param gitFolder Absolute; of the worktree.
 */
export function stampRefs(gitFolder: string, names: readonly string[]): string {
  const common = findCommonFolder(gitFolder);
  const said = names.flatMap((name) => follow(name, gitFolder, common));
  const packed = said.includes(undefined) ? stampFile(join(common, 'packed-refs')) : undefined;
  return [...said, packed].join();
}

/** What the files of a ref say; last undefined where the last one is not there. */
function follow(name: string, gitFolder: string, common: string): readonly (string | undefined)[] {
  const said: string[] = [];
  for (let ref = name; said.length < LONGEST_CHAIN && !ref.includes('..'); ) {
    const text = readText(join(ref === 'HEAD' ? gitFolder : common, ref));
    if (text === undefined) return [...said, undefined];
    said.push(text);
    const [, next] = /^ref: (.+)$/.exec(text) ?? [];
    if (next === undefined) break;
    ref = next;
  }
  return said;
}

/** Where the branches of all worktrees are; a repository without others is its own. */
function findCommonFolder(gitFolder: string): string {
  const named = readText(join(gitFolder, 'commondir'));
  return named === undefined ? gitFolder : resolve(gitFolder, named);
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    // Not there, or a folder: `refs/heads/feature` of `feature/one`.
    return undefined;
  }
}
