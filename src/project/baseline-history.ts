import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  applyTally,
  type ChangeTally,
  countEntries,
  DAMAGED,
  type LineCounts,
  TallyBuilder,
  toSize,
} from '../core/history/change-tally.js';
import type { BaselineHistory, HistoryPoint } from '../core/history/history-point.js';
import { markCacheFolder } from '../mypy/cache/cache-folder.js';
import { type FileChange, listFileChanges } from '../workspace/git/file-changes.js';
import { readLineChanges } from '../workspace/git/line-changes.js';
import { TallyCache } from '../workspace/git/tally-cache.js';

/** What a reader of histories brings. */
export interface HistoryReading {
  /** Absolute; outside the project, where what was counted is kept. */
  readonly storageFolder: string;
  /** Of Mypy Ratchet. */
  readonly version: string;
  /** Ends the reading early. */
  readonly signal?: AbortSignal;
  /** Is told how many commits were counted, of those that had to be. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * The size of a baseline (absolute path) after each commit on the first-parent line of HEAD that
 * changed it. Only changes that were never counted are read: an entry is one line, so the lines that
 * a commit added and removed tell its size exactly.
 */
export async function readBaselineHistory(
  baselinePath: string,
  { storageFolder, version, signal, onProgress }: HistoryReading,
): Promise<BaselineHistory> {
  const cacheFolder = join(storageFolder, folderName(baselinePath));
  const cache = new TallyCache(join(cacheFolder, 'history.json'), version);
  const [list, kept] = await Promise.all([listFileChanges(baselinePath), cache.read()]);
  if (list.kind !== 'read') return list;
  const tallies = new Map(kept);
  const missing = list.changes.filter((change) => isEdit(change) && !tallies.has(nameOf(change)));
  if (missing.length > 0) {
    const end = await readLineChanges(
      list.worktreeRoot,
      missing,
      collectInto(tallies, missing.length, onProgress),
      signal ?? new AbortController().signal,
    );
    await markCacheFolder(cacheFolder).then(
      () => cache.write(tallies),
      // As with any cache: what cannot be kept is counted again.
      () => undefined,
    );
    if (end.kind === 'missing') return { kind: 'none', why: 'no-git' };
    if (end.kind === 'failed') return { kind: 'failed', detail: end.stderr };
    const untold = missing.find((change) => !tallies.has(nameOf(change)));
    if (untold !== undefined) {
      return { kind: 'failed', detail: `git gave no difference for ${untold.commit}` };
    }
  }
  const points = toPoints(list.changes, tallies);
  return { kind: 'read', points, missingPast: list.isShallow ? 'shallow' : null };
}

/** 16 hexadecimal digits. */
function folderName(baselinePath: string): string {
  return createHash('sha256').update(`history ${baselinePath}`).digest('hex').slice(0, 16);
}

function nameOf({ before, after }: FileChange): string {
  return `${before ?? ''}..${after ?? ''}`;
}

/** Others only rename the file or change its mode. */
function isEdit({ before, after }: FileChange): boolean {
  return before !== after;
}

function collectInto(
  tallies: Map<string, ChangeTally>,
  of: number,
  onProgress: HistoryReading['onProgress'],
): Parameters<typeof readLineChanges>[2] {
  const open = new Map<FileChange, TallyBuilder>();
  const builderOf = (change: FileChange): TallyBuilder => {
    const builder = open.get(change) ?? new TallyBuilder();
    open.set(change, builder);
    return builder;
  };
  let done = 0;
  return {
    added: (change, line) => builderOf(change).add(line),
    removed: (change, line) => builderOf(change).remove(line),
    ended: (change) => {
      tallies.set(nameOf(change), builderOf(change).build());
      open.delete(change);
      done += 1;
      onProgress?.(done, of);
    },
  };
}

const UNCHANGED: ChangeTally = { added: new Map(), removed: new Map() };

function toPoints(
  changes: readonly FileChange[],
  tallies: ReadonlyMap<string, ChangeTally>,
): readonly HistoryPoint[] {
  let lines: LineCounts = new Map();
  return changes.map((change): HistoryPoint => {
    const { commit, at, authoredAt, author, subject, before, after } = change;
    const tally = tallies.get(nameOf(change)) ?? UNCHANGED;
    lines = applyTally(before === null ? new Map() : lines, tally);
    return {
      commit,
      at,
      authoredAt,
      author,
      subject,
      added: countEntries(tally.added),
      removed: countEntries(tally.removed),
      size: after === null ? null : toSize(lines),
      damagedLines: lines.get(DAMAGED) ?? 0,
    };
  });
}
