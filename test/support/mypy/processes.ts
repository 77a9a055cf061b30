import { execFile } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Command lines of running processes that hold a text, such as a cache folder of a test's own. */
export async function findProcesses(text: string): Promise<readonly string[]> {
  const { stdout } =
    process.platform === 'win32'
      ? await run('powershell', [
          '-NoProfile',
          '-Command',
          'Get-CimInstance Win32_Process | ForEach-Object CommandLine',
        ])
      : await run('ps', ['-eo', 'pid,args', '-ww'], { maxBuffer: 2 ** 24 });
  return stdout.split('\n').filter((line) => line.includes(text));
}

/** Waits until something is so; a test's own time limit ends a wait in vain. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await setTimeout(10);
}
