import { readFile } from 'node:fs/promises';
import { parseMemory } from './daemon-answer.js';
import type { DaemonProcess } from './daemon-process.js';

/** More than so many times what it had after its first check is too much (mypy issue 19644). */
const GROWTH = 2;

/** A daemon that can be asked says so within milliseconds. */
const STATUS_TIMEOUT_MS = 60_000;

/** Bytes that a daemon has in memory; undefined where nobody can tell. */
export async function measureMemory(daemon: DaemonProcess): Promise<number | undefined> {
  const reply = await daemon.ask({ command: 'status' }, STATUS_TIMEOUT_MS);
  if (reply.kind !== 'answered') return undefined;
  const told = parseMemory(reply.fields);
  if (told !== undefined || daemon.pid === undefined) return told;
  return parseProcStatus(await readProcStatus(daemon.pid));
}

/** Whether memory grew so much that a new daemon is worth its first check. */
export function hasGrown(before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && after !== undefined && after > GROWTH * before;
}

/** Bytes in what Linux says of a process; undefined when it says nothing. */
export function parseProcStatus(text: string): number | undefined {
  const kibibytes = /^VmRSS:\s*(\d+) kB$/m.exec(text)?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

async function readProcStatus(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/status`, 'utf8');
  } catch {
    // Another system, or the process is gone.
    return '';
  }
}
