import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Of one target version of Python: what mypy calls its cache. */
const NAME = /^\d+\.\d+$/;

/**
 * The folders that mypy itself has made in our cache folder (absolute), absolute; the rest are mypy's
 * and our markers. Empty where the folder cannot be read: then there is nothing to use either.
 */
export function listMypyCaches(cacheFolder: string): readonly string[] {
  try {
    return readdirSync(cacheFolder)
      .filter((name) => NAME.test(name))
      .map((name) => join(cacheFolder, name));
  } catch {
    // No folder, so no cache.
    return [];
  }
}

/** Whether mypy begins without a cache: there is none in our cache folder (absolute). */
export function isCold(cacheFolder: string): boolean {
  return listMypyCaches(cacheFolder).length === 0;
}
