import { spawn } from 'node:child_process';
import { win32 } from 'node:path';

/** Ends a process, which leads its own group on POSIX, and its descendants. Does not wait. */
export type TreeKiller = (pid: number, how: 'politely' | 'at-once') => void;

/** The way of this platform. */
export function systemTreeKiller(): TreeKiller {
  return process.platform === 'win32' ? killWindowsTree : killGroup;
}

function killGroup(pid: number, how: 'politely' | 'at-once'): void {
  signal(-pid, how === 'politely' ? 'SIGTERM' : 'SIGKILL');
}

/** Windows has no groups to signal, and a console program there is deaf to polite requests. */
function killWindowsTree(pid: number): void {
  const { command, args } = describeTreeKill(pid, process.env);
  const killer = spawn(command, [...args], { stdio: 'ignore', windowsHide: true });
  // Without taskkill the process itself can still be ended.
  killer.once('error', () => signal(pid, 'SIGKILL'));
}

/** The program that ends a tree of processes on Windows, by its path: a bare name could be another. */
export function describeTreeKill(
  pid: number,
  env: Readonly<Record<string, string | undefined>>,
): { readonly command: string; readonly args: readonly string[] } {
  const system = env['SystemRoot'] ?? 'C:\\Windows';
  const command = win32.join(system, 'System32', 'taskkill.exe');
  return { command, args: ['/PID', String(pid), '/T', '/F'] };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It is gone already, which is what was wanted.
    if (!isGone(error)) throw error;
  }
}

/** macOS answers EPERM for a group whose members have all ended and await their parent. */
function isGone(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ESRCH' || (error.code === 'EPERM' && process.platform === 'darwin');
}
