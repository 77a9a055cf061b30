import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '../server/language-client.js';

/** What a command line of ours came to. */
export interface CliRun {
  /** Exit status; null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Absolute; what `XDG_CACHE_HOME` names. */
  readonly cache: string;
  /** Variables beside those of the test run; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Standard input. */
  readonly input?: string;
  /** For node itself, such as a limit of its memory. */
  readonly nodeArgs?: readonly string[];
}

/** What a CI service would tell, which must not change a test. */
const NOT_INHERITED = {
  GITHUB_BASE_REF: undefined,
  GITHUB_SERVER_URL: undefined,
  CI_PROJECT_URL: undefined,
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: undefined,
  FORCE_COLOR: undefined,
};

/** Runs the built command line as its own process and waits for its end. */
export function runCli(
  args: readonly string[],
  { cwd, cache, env = {}, input = '', nodeArgs = [] }: CliOptions,
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const script = join(REPOSITORY, 'dist', 'cli.js');
    const child = spawn(process.execPath, [...nodeArgs, script, ...args], {
      cwd,
      env: { ...process.env, ...NOT_INHERITED, XDG_CACHE_HOME: cache, ...env },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({
        status,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
    // A command that ends without reading its input closes the pipe: no fault of the test.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin.end(input);
  });
}
