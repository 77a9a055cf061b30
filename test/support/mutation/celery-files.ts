import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where `npm test` puts the source of celery: as released, and as black formats it. */
export const CELERY_SOURCES = {
  released: 'MYPY_RATCHET_CELERY',
  blackened: 'MYPY_RATCHET_CELERY_BLACK',
} as const;

/** The text of celery's Python files, by path relative to the folder that holds the package. */
export async function readCelery(
  variant: keyof typeof CELERY_SOURCES,
): Promise<ReadonlyMap<string, string>> {
  const source = process.env[CELERY_SOURCES[variant]];
  if (source === undefined) throw new Error(`${CELERY_SOURCES[variant]} is not set: use npm test`);
  const names = await readdir(join(source, 'celery'), { recursive: true });
  const files = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith('.py')).sort()) {
    const path = `celery/${name.replaceAll('\\', '/')}`;
    files.set(path, await readFile(join(source, path), 'utf8'));
  }
  return files;
}
