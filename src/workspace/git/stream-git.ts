import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { messageOf } from '../../core/thrown/message-of.js';
import { findGit } from './find-git.js';
import { gitEnvironment } from './run-git.js';

/** How a git command ended whose output was read as it came. */
export type GitStream =
  | { readonly kind: 'ok' }
  /** git is not installed. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly stderr: string };

/** A git command, and who reads what it prints. */
export interface GitStreamRequest {
  /** Absolute. */
  readonly folder: string;
  readonly args: readonly string[];
  /** All of its standard input. */
  readonly input: string;
  readonly signal: AbortSignal;
  /** Is told every line of standard output, without its line feed. */
  readonly onLine: (line: string) => void;
}

/**
 * Runs git like `runGit`, for output that is too much to hold or too slow to wait for. Only a line
 * feed ends a line.
 */
export async function streamGit(request: GitStreamRequest): Promise<GitStream> {
  const { folder, args, input, signal, onLine } = request;
  const git = findGit();
  if (git === undefined) return { kind: 'missing' };
  const child = spawn(git, [...args], {
    cwd: folder,
    env: gitEnvironment(),
    signal,
    windowsHide: true,
  });
  // git may end before it has read all, or never have started: its end says so.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const decoder = new StringDecoder('utf8');
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  try {
    const [exitCode] = await once(child, 'close');
    if (rest !== '') onLine(rest);
    return exitCode === 0 ? { kind: 'ok' } : { kind: 'failed', stderr: stderr.trim() };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? { kind: 'missing' } : { kind: 'failed', stderr: messageOf(error) };
  }
}
