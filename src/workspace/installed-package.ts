import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../core/json/is-record.js';

/** What lies beside a bundle where it is installed. */
export interface InstalledPackage {
  readonly version: string;
  /** Absolute path of `worker.py`. */
  readonly workerScript: string;
}

/**
 * Finds the package of a bundle. Read when it runs: a bundle and its package are installed side by
 * side.
 *
 * @param folder Absolute; the bundle's own.
 */
export function findPackage(folder: string): InstalledPackage {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8'));
  const isVersioned = isRecord(manifest) && 'version' in manifest;
  return {
    version: isVersioned ? String(manifest['version']) : 'unknown',
    workerScript: join(folder, 'worker', 'worker.py'),
  };
}
