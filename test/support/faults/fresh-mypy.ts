import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** mypy's own verdict on a folder, without any cache: `path:line code`, sorted. */
export async function runFreshMypy(
  interpreter: string,
  folder: string,
): Promise<readonly string[]> {
  const cache = await mkdtemp(join(tmpdir(), 'mypy-ratchet-fresh-'));
  try {
    const args = ['-m', 'mypy', '--cache-dir', cache, '--no-pretty', '--no-color-output', '.'];
    const output = await run(interpreter, args, folder);
    if (!/^(Found|Success)/m.test(output)) throw new Error(`mypy did not finish: ${output}`);
    return [...output.matchAll(/^(.+?):(\d+)(?::\d+)*: error: .*\[([\w-]+)\]$/gm)]
      .map(([, path = '', line = '', code = '']) => `${path}:${line} ${code}`)
      .sort();
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

/** Standard output, whatever the exit status: mypy ends with 1 when it finds errors. */
function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, [...args], { cwd, maxBuffer: 2 ** 26 }, (_error, stdout) => resolve(stdout));
  });
}
