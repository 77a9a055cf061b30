import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';

/** What tells one cache of mypy's from another. */
export type CacheIdentity = Omit<MypyInvocation, 'cacheFolder'>;

/** Marks a folder as ours, and by its modification time as used. */
const MARKER = 'mypy-ratchet-cache.txt';

const EXPLANATION =
  'A cache of Mypy Ratchet, apart from .mypy_cache. It may be deleted at any time.\n';

const MAX_AGE_MS = 30 * 24 * 60 * 60_000;

/**
 * The folder for `--cache-dir` under a storage folder, made and marked as used. Private to root,
 * arguments, interpreter and mypy version: mypy drops a cache that was written with other options,
 * and its cached errors keep the paths of the run that wrote them.
 *
 * @param storageFolder Absolute; outside the project.
 * @returns Absolute.
 */
export async function openCacheFolder(
  storageFolder: string,
  identity: CacheIdentity,
): Promise<string> {
  const folder = cacheFolderOf(storageFolder, identity);
  await markCacheFolder(folder);
  return folder;
}

/** That folder, whether it is there or not. Absolute. */
export function cacheFolderOf(storageFolder: string, identity: CacheIdentity): string {
  return join(storageFolder, cacheFolderName(identity));
}

/** Makes a folder (absolute, below the storage folder) and marks it as used. */
export async function markCacheFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, MARKER), EXPLANATION);
}

/** 16 hexadecimal digits. */
export function cacheFolderName(identity: CacheIdentity): string {
  const { root, configFile, args, targets, environment } = identity;
  const { interpreter, mypyVersion, pythonVersion } = environment;
  const key = [root, configFile ?? '', args, targets, interpreter, mypyVersion, pythonVersion];
  return createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 16);
}

/**
 * Removes caches that nobody used for 30 days. Touches nothing that does not bear our marker.
 *
 * @param now Epoch milliseconds.
 * @returns The names of what was removed.
 */
export async function removeOldCaches(
  storageFolder: string,
  now: number,
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of await listFolder(storageFolder)) {
    const usedAt = await readUse(join(storageFolder, name, MARKER));
    if (usedAt === undefined || now - usedAt <= MAX_AGE_MS) continue;
    await rm(join(storageFolder, name), { recursive: true, force: true });
    await rm(join(storageFolder, `${name}.lock`), { force: true });
    removed.push(name);
  }
  return removed;
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    // Without a storage folder there is nothing old in it.
    return [];
  }
}

async function readUse(marker: string): Promise<number | undefined> {
  try {
    return (await stat(marker)).mtimeMs;
  } catch {
    // No marker: not ours.
    return undefined;
  }
}
