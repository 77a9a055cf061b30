import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { git } from './repository.js';

const START_SECONDS = Date.UTC(2026, 0, 5, 12) / 1000;

/** When the commits of a history were made. */
export interface Calendar {
  /** Of the first one, in seconds since the epoch. */
  readonly startSeconds: number;
  readonly secondsApart: number;
}

/**
 * Makes a repository of a folder in which one file (path within it) had these contents, a commit and
 * so many seconds after the other, on its main line. The last one is checked out.
 */
export async function importHistory(
  folder: string,
  path: string,
  contents: Iterable<string>,
  secondsApart = 3_600,
): Promise<void> {
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await importCommits(folder, path, contents, { startSeconds: START_SECONDS, secondsApart });
  await git(folder, 'reset', '--quiet', '--hard');
}

/**
 * Adds such commits to the main line of a repository, which is checked out. The files on disk stay
 * as they are.
 */
export async function appendHistory(
  folder: string,
  path: string,
  contents: Iterable<string>,
  calendar: Calendar,
): Promise<void> {
  const head = await git(folder, 'rev-parse', 'main');
  await importCommits(folder, path, contents, calendar, head);
  await git(folder, 'reset', '--quiet');
}

async function importCommits(
  folder: string,
  path: string,
  contents: Iterable<string>,
  { startSeconds, secondsApart }: Calendar,
  parent = '',
): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  let at = 0;
  for (const content of contents) {
    const seconds = startSeconds + at * secondsApart;
    const head = `commit refs/heads/main\ncommitter Test <test@example.com> ${seconds} +0000\n`;
    const from = at === 0 && parent !== '' ? `from ${parent}\n` : '';
    const change = `M 100644 inline ${path}\n${data(content)}`;
    const isRoom = child.stdin.write(`${head}${data(`change ${at}`)}${from}${change}`);
    if (!isRoom) await once(child.stdin, 'drain');
    at += 1;
  }
  child.stdin.end();
  const [status] = await ended;
  if (status !== 0) throw new Error(`git fast-import ended with ${status}`);
}

function data(content: string): string {
  return `data ${Buffer.byteLength(content)}\n${content}\n`;
}
