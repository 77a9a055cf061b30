import { type FileChange, HUNK_DIFF, parseHunks } from '../../../test/support/truth/parse-hunks.js';
import { git } from './git.js';

/** A commit to be checked. */
export interface HistoryCommit {
  /** What git knows it by. */
  readonly revision: string;
  /** What the corpus knows it by. */
  readonly id: string;
}

/** Commits of one repository, oldest first. */
export interface History {
  /** Absolute path of the repository. */
  readonly repository: string;
  readonly commits: readonly HistoryCommit[];
}

/** The last commits, along first parents, that touch one of the folders. */
export async function readHistory(
  repository: string,
  packages: readonly string[],
  count: number,
): Promise<History> {
  const log = ['log', '--first-parent', '--reverse', '--format=%H', `--max-count=${count}`];
  const stdout = await git(repository, [...log, 'HEAD', '--', ...packages]);
  const revisions = stdout.split('\n').filter((line) => line !== '');
  return { repository, commits: revisions.map((revision) => ({ revision, id: revision })) };
}

/** What differs between two commits. */
export async function diffCommits(
  repository: string,
  from: HistoryCommit,
  to: HistoryCommit,
): Promise<readonly FileChange[]> {
  const revisions = [from.revision, to.revision, '--', '*.py', '*.pyi'];
  return parseHunks(await git(repository, [...HUNK_DIFF, ...revisions]));
}
