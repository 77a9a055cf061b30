import { basename, dirname } from 'node:path';
import type { LineOrigin } from '../../core/baseline/line-origin.js';
import { isShallow } from './is-shallow.js';
import { runGit } from './run-git.js';

/** More lines than this are not asked for: git takes long, and nobody reads them. */
const MOST_LINES = 500;

/**
 * Who wrote lines (1-based) of a file on disk, by git. Lines that are not committed or too many have
 * no origin here.
 *
 * @param file Absolute.
 * @param base A commit; lines that it has already have no origin here, and are not looked into.
 *   Null for the whole history.
 */
export async function findLineOrigins(
  file: string,
  lines: readonly number[],
  base: string | null,
): Promise<ReadonlyMap<number, LineOrigin>> {
  if (lines.length === 0 || lines.length > MOST_LINES) return new Map();
  const ranges = lines.flatMap((line) => ['-L', `${line},${line}`]);
  // With a commit to stop at and none to start from, git starts from the file on disk.
  const stop = base === null ? [] : [`^${base}`];
  const args = ['blame', '--line-porcelain', ...ranges, ...stop, '--', basename(file)];
  const folder = dirname(file);
  const run = await runGit(folder, args);
  if (run.kind !== 'ok') return new Map();
  const written = readPorcelain(run.stdout);
  const isCut = base === null && written.some(({ isBoundary }) => isBoundary);
  const isOldest = isCut && (await isShallow(folder));
  return new Map(
    written
      .filter(({ isBoundary }) => base === null || !isBoundary)
      .map(({ line, origin, isBoundary }) => [
        line,
        { ...origin, isOldestKnown: isOldest && isBoundary },
      ]),
  );
}

interface WrittenLine {
  /** 1-based, as the file is now. */
  readonly line: number;
  /** Whether git went no further than this commit. */
  readonly isBoundary: boolean;
  readonly origin: Omit<LineOrigin, 'isOldestKnown'>;
}

/** Blocks of `<hash> <line then> <line now>`, headers, and the line itself after a tab. */
function readPorcelain(output: string): readonly WrittenLine[] {
  const written: WrittenLine[] = [];
  let headers = new Map<string, string>();
  let place: { readonly commit: string; readonly line: number } | undefined;
  for (const row of output.split('\n')) {
    const { commit, line } = /^(?<commit>[0-9a-f]{40,64}) \d+ (?<line>\d+)/.exec(row)?.groups ?? {};
    if (row.startsWith('\t')) {
      // git gives what is not committed yet a hash of zeros.
      if (place !== undefined && !/^0+$/.test(place.commit)) written.push(toLine(place, headers));
      place = undefined;
    } else if (commit !== undefined && place === undefined) {
      place = { commit, line: Number(line) };
      headers = new Map();
    } else {
      const [, name = row, value = ''] = /^(\S+) (.*)$/.exec(row) ?? [];
      headers.set(name, value);
    }
  }
  return written;
}

function toLine(
  { commit, line }: { readonly commit: string; readonly line: number },
  headers: ReadonlyMap<string, string>,
): WrittenLine {
  const origin = {
    commit,
    author: headers.get('author') ?? '',
    at: Number(headers.get('author-time') ?? 0) * 1000,
    subject: headers.get('summary') ?? '',
  };
  return { line, isBoundary: headers.has('boundary'), origin };
}
