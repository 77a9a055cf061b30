import { basename, dirname } from 'node:path';
import { runGit } from './run-git.js';

/** A commit that changed a file. */
export interface FileCommit {
  /** Full hash. */
  readonly commit: string;
  /** Epoch milliseconds, when it was committed. */
  readonly at: number;
  readonly author: string;
  readonly subject: string;
  /** Lines that it added to the file and took out of it. */
  readonly added: number;
  readonly removed: number;
}

export type FileHistory =
  /** Newest first. */
  | { readonly kind: 'read'; readonly commits: readonly FileCommit[] }
  | { readonly kind: 'failed'; readonly detail: string };

/**
 * The commits on the first-parent line of HEAD that changed a file (absolute path). Merges count as
 * one change, so that the lines of each commit add up to those of the file.
 *
 * @param since A date as git understands it; empty for all.
 */
export async function readFileHistory(file: string, since = ''): Promise<FileHistory> {
  const run = await runGit(dirname(file), [
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--numstat',
    '--no-renames',
    '--format=%x00%H%x01%ct%x01%an%x01%s',
    ...(since === '' ? [] : [`--since=${since}`]),
    '--',
    basename(file),
  ]);
  if (run.kind === 'missing') return { kind: 'failed', detail: 'git is not installed' };
  if (run.kind === 'failed') return { kind: 'failed', detail: run.stderr };
  const commits = run.stdout.split('\0').flatMap((block) => readCommit(block) ?? []);
  return { kind: 'read', commits };
}

function readCommit(block: string): FileCommit | undefined {
  const [head = '', ...rest] = block.split('\n');
  const [commit = '', seconds = '', author = '', subject = ''] = head.split('\x01');
  if (commit === '') return undefined;
  const [, added, removed] =
    rest.map((row) => /^(\d+)\t(\d+)\t/.exec(row)).find((match) => match !== null) ?? [];
  return {
    commit,
    at: Number(seconds) * 1000,
    author,
    subject,
    added: Number(added ?? 0),
    removed: Number(removed ?? 0),
  };
}
