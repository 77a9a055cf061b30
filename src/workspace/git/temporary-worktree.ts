import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from './run-git.js';

export type WorktreeUse<Result> =
  | { readonly kind: 'used'; readonly result: Result }
  /** git could not check the commit out. */
  | { readonly kind: 'failed'; readonly detail: string };

/**
 * Checks a commit out into a folder of its own, lets somebody use it, and takes it away again. The
 * person's own working tree, index and branch stay as they are.
 *
 * @param repositoryRoot Absolute.
 * @param use Gets the absolute path of the new working tree.
 */
export async function withTemporaryWorktree<Result>(
  repositoryRoot: string,
  commit: string,
  use: (worktree: string) => Promise<Result>,
): Promise<WorktreeUse<Result>> {
  const folder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-worktree-'));
  const worktree = join(folder, 'tree');
  try {
    const args = ['worktree', 'add', '--quiet', '--detach', worktree, commit];
    const added = await runGit(repositoryRoot, args);
    if (added.kind === 'missing') return { kind: 'failed', detail: 'git is not installed' };
    if (added.kind === 'failed') return { kind: 'failed', detail: added.stderr };
    return { kind: 'used', result: await use(worktree) };
  } finally {
    await runGit(repositoryRoot, ['worktree', 'remove', '--force', worktree]);
    await rm(folder, { recursive: true, force: true });
  }
}
