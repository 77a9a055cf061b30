import { BASELINE } from '../cli/run-cli.js';
import type { TemporaryFolder } from '../files/temporary-folder.js';
import { commitAll, git } from '../git/repository.js';
import { createDemoBaseline } from './demo-baseline.js';
import { BREAKING_EDIT, createDemoProject } from './demo-project.js';

/** Who accepts an error on the branch, and why. */
export const ACCEPTED = { author: 'Ada Ex', reason: 'waits for v2' } as const;

/**
 * The demo project with its baseline on `main`, and a branch `feature` that introduces one error in a
 * file that it does not touch, accepts one, fixes one, and has one reworded.
 */
export async function createBranchProject(folder: TemporaryFolder): Promise<void> {
  await createDemoProject(folder);
  createDemoBaseline(folder);
  await commitAll(folder.path, 'baseline');
  await git(folder.path, 'checkout', '--quiet', '-b', 'feature');
  await changeBranch(folder);
}

/** What the branch does, committed. */
async function changeBranch(folder: TemporaryFolder): Promise<void> {
  const entry = [
    'extra.py',
    'no-untyped-def',
    'extra',
    'Function is missing a type annotation',
    'def extra(x):',
    { reason: ACCEPTED.reason },
  ];
  await folder.write('extra.py', 'def extra(x):\n    return x\n');
  const [header = '', ...lines] = (await folder.read(BASELINE)).split('\n');
  await folder.write(BASELINE, [header, JSON.stringify(entry), ...lines].join('\n'));
  await git(folder.path, 'add', '--all');
  const author = `--author=${ACCEPTED.author} <ada@example.com>`;
  await git(folder.path, 'commit', '--quiet', author, '-m', 'accept extra');
  await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
  await folder.edit('models.py', 'def find(name):', 'def find(name: str) -> User:');
  await commitAll(folder.path, 'change models');
}
