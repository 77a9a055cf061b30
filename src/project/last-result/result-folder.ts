import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResultIdentity } from './stored-result.js';

const FOLDER = 'last-results';

/** Ours, and finished or being written. */
const NAME = /^[0-9a-f]{16}\.jsonl(?:\.\d+\.tmp)?$/;

const MAX_AGE_MS = 30 * 24 * 60 * 60_000;
/** To write one takes a second. */
const MAX_TEMPORARY_AGE_MS = 60 * 60_000;

/** Where the last result of a project is kept, under a storage folder (absolute). */
export function resultFileOf(storageFolder: string, identity: ResultIdentity): string {
  const { root, baselinePath, config, targets, interpreter } = identity;
  const key = JSON.stringify([root, baselinePath, config, targets, interpreter]);
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return join(storageFolder, FOLDER, `${name}.jsonl`);
}

/**
 * Removes results that nobody wrote for 30 days, and what a process that was killed left half
 * written.
 *
 * @param now Epoch milliseconds.
 */
export async function removeOldResults(storageFolder: string, now: number): Promise<void> {
  const folder = join(storageFolder, FOLDER);
  for (const name of await listFolder(folder)) {
    const maxAgeMs = name.endsWith('.tmp') ? MAX_TEMPORARY_AGE_MS : MAX_AGE_MS;
    const file = join(folder, name);
    const writtenAt = NAME.test(name) ? await readTime(file) : undefined;
    if (writtenAt !== undefined && now - writtenAt > maxAgeMs) await rm(file, { force: true });
  }
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    // Nothing was kept yet.
    return [];
  }
}

async function readTime(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    // Another process has just removed it.
    return undefined;
  }
}
