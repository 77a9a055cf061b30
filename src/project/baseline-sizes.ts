import type { FileCommit } from '../workspace/git/file-history.js';

/** A commit that changed the baseline, and how many entries it had afterwards. */
export interface SizedCommit extends FileCommit {
  readonly total: number;
}

/**
 * Sizes from the lines that each commit added and removed. The file's header is one line, and no
 * entry: neither of the size nor of what the first commit added.
 *
 * @param commits All of the file's, newest first.
 * @returns Oldest first.
 */
export function sizeCommits(commits: readonly FileCommit[]): readonly SizedCommit[] {
  let lines = 0;
  return commits.toReversed().map((commit) => {
    const isFirst = lines === 0;
    lines += commit.added - commit.removed;
    const added = isFirst ? Math.max(commit.added - 1, 0) : commit.added;
    return { ...commit, added, total: Math.max(lines - 1, 0) };
  });
}
