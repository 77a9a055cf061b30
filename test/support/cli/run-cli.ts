import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '../files/repository.js';

/** The baseline of the projects that the tests make. */
export const BASELINE = 'mypy-baseline.jsonl';

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
  /** Beside the few variables that every run has; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Standard input. */
  readonly input?: string;
  /** For node itself, such as a limit of its memory. */
  readonly nodeArgs?: readonly string[];
}

/** The built command line. */
export const CLI_SCRIPT = join(REPOSITORY, 'dist', 'cli.js');

/**
 * All that is passed on: where a service runs the tests, its variables name a target branch. The
 * later ones are what a program needs on Windows.
 */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'SystemRoot',
  'PATHEXT',
  'TEMP',
  'USERPROFILE',
];

/** The variables of a run, with those of a test beside them. */
export function cliEnvironment({ cache, env = {} }: Pick<CliOptions, 'cache' | 'env'>) {
  const inherited = INHERITED.map((name) => [name, process.env[name]]);
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: '/dev/null',
    XDG_CACHE_HOME: cache,
    ...env,
  };
}

/** Fails, with all that was said, when a run did not end as expected. */
export function assertStatus(run: CliRun, status: number): void {
  assert.equal(run.status, status, `${run.stdout}\n${run.stderr}`);
}

/** Runs the built command line as its own process and waits for its end. */
export function runCli(
  args: readonly string[],
  { cwd, cache, env = {}, input = '', nodeArgs = [] }: CliOptions,
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArgs, CLI_SCRIPT, ...args], {
      cwd,
      env: cliEnvironment({ cache, env }),
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
