import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What `python -m mypy` told a person. */
export interface BareMypy {
  /** Its lines about errors, as printed, in byte order. */
  readonly errors: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/**
 * Runs `python -m mypy` as a person does, with no more arguments than given, and reads its lines by
 * their words alone: another way to mypy's errors than that of the product.
 */
export async function runBareMypy(
  interpreter: string,
  folder: string,
  cacheFolder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<BareMypy> {
  const command = ['-W', 'ignore', '-m', 'mypy', '--cache-dir', cacheFolder, ...args];
  const child = spawn(interpreter, command, {
    cwd: folder,
    env: { ...process.env, PYTHONUTF8: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  assert.ok(typeof status === 'number', 'mypy was killed');
  const errors = stdout.split('\n').filter((line) => line.includes(': error: '));
  return { errors: errors.sort(), stdout, stderr, status };
}
