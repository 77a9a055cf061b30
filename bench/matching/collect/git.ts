import { runGit } from '../../../src/workspace/git/run-git.js';

/**
 * What git prints.
 *
 * @throws Error with git's own words when it fails.
 */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  const run = await runGit(folder, args);
  switch (run.kind) {
    case 'ok':
      return run.stdout;
    case 'missing':
      throw new Error('git is not installed');
    case 'failed':
      throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
  }
}
