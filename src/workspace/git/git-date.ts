import { runGit } from './run-git.js';

/**
 * A date as git understands it, `2026-01-01` or `3 months ago`, in epoch milliseconds; undefined
 * without git. git takes words that are no date for now.
 */
export async function readGitDate(folder: string, words: string): Promise<number | undefined> {
  const run = await runGit(folder, ['rev-parse', `--since=${words}`]);
  const [, seconds] = run.kind === 'ok' ? (/^--max-age=(\d+)/.exec(run.stdout) ?? []) : [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
