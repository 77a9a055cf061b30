import { execFile } from 'node:child_process';
import { findGit } from './find-git.js';

/** How one git command ended. */
export type GitRun =
  | { readonly kind: 'ok'; readonly stdout: string }
  /** git is not installed. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly stderr: string };

/** A baseline of a million errors is about 200 MB. */
const MOST_OUTPUT_BYTES = 512 * 2 ** 20;
const TIME_LIMIT_MS = 30_000;

/**
 * Runs git in a folder, without a shell, in English, and without touching the index.
 *
 * @param input For its standard input.
 */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<GitRun> {
  const git = findGit();
  if (git === undefined) return Promise.resolve({ kind: 'missing' });
  return new Promise((resolve) => {
    const child = execFile(
      git,
      [...args],
      {
        cwd: folder,
        env: gitEnvironment(),
        maxBuffer: MOST_OUTPUT_BYTES,
        timeout: TIME_LIMIT_MS,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: 'ok', stdout });
        else if (error.code === 'ENOENT') resolve({ kind: 'missing' });
        else resolve({ kind: 'failed', stderr: stderr.trim() || error.message });
      },
    );
    // git may end before it has read all, or never have started: its end says so.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** In English, without the index's lock and without a question that nobody would see. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
}
