import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Absolute path of what is read from standard input. */
  readonly input?: string;
  /** Exit statuses that are an answer. */
  readonly statuses?: readonly number[];
}

/** Runs a program to its end; rejects when it fails. */
export function run(
  [command = '', ...args]: readonly string[],
  cwd: string,
  { input, statuses = [0] }: RunOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      const ended = { stdout: toText(stdout), stderr: toText(stderr) };
      if (status !== null && statuses.includes(status)) resolve(ended);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${status}: ${ended.stderr}`));
    });
    if (input === undefined) child.stdin.end();
    else createReadStream(input).on('error', reject).pipe(child.stdin);
  });
}

function toText(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
