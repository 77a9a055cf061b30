import type {
  Baseline,
  BaselineEntry,
  BaselineEnvironment,
  BaselineRead,
  ReadBaseline,
} from '../core/baseline/baseline.js';
import type { BaselinePresence } from '../core/baseline/baseline-presence.js';
import { chooseHeader } from '../core/baseline/choose-header.js';
import type { Problem } from '../core/problem/problem.js';
import type { CommittedBaseline } from '../workspace/baseline-store/committed-baselines.js';

/** The two baselines that errors are held against, and what is wrong with them. */
export interface BaselinePair {
  readonly presence: BaselinePresence;
  /** The file on disk, when it was understood. */
  readonly working: ReadBaseline | null;
  /** What to compare with when the file on disk cannot be used. */
  readonly entries: readonly BaselineEntry[];
  readonly committed: readonly BaselineEntry[] | null;
  /** Whether the file is gone while the commit has it. */
  readonly isFileDeleted: boolean;
  /** Whose environment counts: the file's, or the commit's when there is no usable file. */
  readonly header: Baseline['environment'] | null;
  readonly problems: readonly Problem[];
}

/** What is known beside the two files. */
export interface PairOptions {
  /** Today's, which decides between doubled headers; null where it is not known. */
  readonly here?: BaselineEnvironment | null;
  /** What the file said when it was last understood, where nothing is committed. */
  readonly remembered?: readonly BaselineEntry[];
}

/**
 * Puts the file on disk and the committed one together. A file that cannot be used is never taken
 * for an empty one: the committed baseline stands in, and `working` is null so that nothing is
 * written.
 */
export function pairBaselines(
  path: string,
  disk: BaselineRead,
  commit: CommittedBaseline,
  { here = null, remembered = [] }: PairOptions = {},
): BaselinePair {
  const committed = usableCommit(commit, here);
  const working = disk.kind === 'read' ? chooseHeader(disk, here) : null;
  const entries = working?.baseline.entries ?? [];
  const standIn = committed?.entries ?? remembered;
  return {
    presence: presenceOf(disk, committed),
    working,
    entries: disk.kind === 'read' || disk.kind === 'absent' ? entries : standIn,
    committed: committed?.entries ?? null,
    isFileDeleted: disk.kind === 'absent' && committed !== null,
    header: working?.baseline.environment ?? committed?.environment ?? null,
    problems: [...describeDisk(path, disk), ...describeCommit(commit)],
  };
}

function usableCommit(
  commit: CommittedBaseline,
  here: BaselineEnvironment | null,
): Baseline | null {
  if (commit.kind !== 'found' || commit.read.kind !== 'read') return null;
  return chooseHeader(commit.read, here).baseline;
}

function presenceOf(disk: BaselineRead, committed: Baseline | null): BaselinePresence {
  if (disk.kind !== 'read' && disk.kind !== 'absent') return 'unusable';
  if (committed !== null) return 'committed';
  return disk.kind === 'read' ? 'uncommitted' : 'absent';
}

/** What is wrong with the file on disk. */
export function describeDisk(path: string, disk: BaselineRead): readonly Problem[] {
  switch (disk.kind) {
    case 'absent':
      return [];
    case 'read':
      return describeHeaders(path, disk);
    case 'unreadable':
      return [{ kind: 'baseline-unreadable', path, detail: disk.detail }];
    case 'malformed':
      return [{ kind: 'baseline-malformed', path, line: disk.line, detail: disk.detail }];
    case 'conflicted':
      return [{ kind: 'baseline-conflicted', path, line: disk.line }];
    case 'newer':
      return [{ kind: 'baseline-newer', path, version: disk.version }];
  }
}

function describeHeaders(
  path: string,
  { doubledHeaders, headers }: ReadBaseline,
): readonly Problem[] {
  const [line] = doubledHeaders;
  if (line === undefined) return [];
  return [{ kind: 'baseline-headers-doubled', path, line, count: headers.length }];
}

function describeCommit(commit: CommittedBaseline): readonly Problem[] {
  if (commit.kind === 'failed') {
    return [{ kind: 'committed-baseline-unknown', detail: commit.detail }];
  }
  if (commit.kind === 'absent' || commit.read.kind === 'read') return [];
  return [{ kind: 'committed-baseline-unknown', detail: `it is ${commit.read.kind}` }];
}
