import { readFile } from 'node:fs/promises';
import { run } from '../run.js';

/** In MB of 2^20 bytes. */
export interface ProcessMemory {
  /** What is in the machine's memory now, code that is shared with other processes included. */
  readonly residentMb: number;
  /** The most that it ever was; null where the system does not tell. */
  readonly peakMb: number | null;
}

/** Asks the system about a process. Windows has no `ps`. */
export async function readMemory(pid: number): Promise<ProcessMemory> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return { residentMb: fieldOf(status, 'VmRSS'), peakMb: fieldOf(status, 'VmHWM') };
  }
  const { stdout } = await run(['ps', '-o', 'rss=', '-p', String(pid)], '.');
  return { residentMb: Number(stdout) / 1024, peakMb: null };
}

function fieldOf(status: string, name: string): number {
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
  if (kilobytes === undefined) throw new Error(`${name} is not in\n${status}`);
  return Number(kilobytes) / 1024;
}
