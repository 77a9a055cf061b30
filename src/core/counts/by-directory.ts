import { byMost } from './by-file.js';
import { addCounts, type BaselineCounts, type FileSummary } from './counts.js';

/** The counts of everything below a directory; `path` is empty for files at the top. */
export type DirectorySummary = FileSummary;

/**
 * The counts of each directory, the one with the most errors first. `depth` is how many parts of a
 * path name a directory: at 2, `app/api/v1/views.py` counts for `app/api`.
 */
export function countByDirectory(
  files: readonly FileSummary[],
  depth: number,
): readonly DirectorySummary[] {
  const directories = new Map<string, BaselineCounts>();
  for (const file of files) {
    const path = directoryOf(file.path, depth);
    const known = directories.get(path);
    directories.set(path, known === undefined ? file : addCounts(known, file));
  }
  return [...directories].map(([path, counts]) => ({ ...counts, path })).sort(byMost);
}

/** An absolute path keeps its leading slash, which is no part of its own. */
function directoryOf(path: string, depth: number): string {
  const root = path.startsWith('/') ? '/' : '';
  const parts = path.slice(root.length).split('/').slice(0, -1);
  return root + parts.slice(0, depth).join('/');
}
