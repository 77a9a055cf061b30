import { basename, dirname } from 'node:path';
import { runGit } from './run-git.js';

/** More lines than this are not asked for: git takes long, and nobody reads them. */
const MOST_LINES = 500;

/**
 * Who wrote lines (1-based) of a file, by git, for commits since a base. Lines that are not
 * committed, older, or too many have no author here.
 *
 * @param file Absolute.
 * @param base A commit; what it has already is not looked into.
 */
export async function findLineAuthors(
  file: string,
  lines: readonly number[],
  base: string,
): Promise<ReadonlyMap<number, string>> {
  if (lines.length === 0 || lines.length > MOST_LINES) return new Map();
  const ranges = lines.flatMap((line) => ['-L', `${line},${line}`]);
  // With a commit to stop at and none to start from, git starts from the file on disk.
  const args = ['blame', '--line-porcelain', ...ranges, `^${base}`, '--', basename(file)];
  const run = await runGit(dirname(file), args);
  return run.kind === 'ok' ? readPorcelain(run.stdout) : new Map();
}

/** `<hash> <line then> <line now>`, headers, and the line itself after a tab. */
function readPorcelain(output: string): ReadonlyMap<number, string> {
  const authors = new Map<number, string>();
  let line = 0;
  let isForeign = false;
  let author = '';
  for (const row of output.split('\n')) {
    const place = /^(?<commit>[0-9a-f]{40,64}) \d+ (?<line>\d+)/.exec(row)?.groups;
    if (place !== undefined) {
      line = Number(place['line']);
      // git gives what is not committed yet a hash of zeros.
      isForeign = /^0+$/.test(place['commit'] ?? '');
    } else if (row.startsWith('author ')) author = row.slice('author '.length);
    else if (row === 'boundary') isForeign = true;
    else if (row.startsWith('\t') && !isForeign) authors.set(line, author);
  }
  return authors;
}
