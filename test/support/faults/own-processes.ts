import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** The variable that marks a server under test, and whatever it starts. */
export const PROCESS_MARK = 'MYPY_RATCHET_TEST_MARK';

/** How long the system may take to bury a process that was killed. */
const PATIENCE_MS = 10_000;

/**
 * Processes that inherited a mark, by id and command line. Linux only: an idle worker has nothing of
 * its project on its command line, so only its variables tell whose it is.
 */
export async function findMarked(mark: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(ids.map((id) => describeMarked(id, mark)));
  return found.filter((line) => line !== undefined);
}

/** Waits until nothing marked is left; returns what is left when patience ends. */
export async function awaitNoneMarked(mark: string): Promise<readonly string[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const left = await findMarked(mark);
    if (left.length === 0 || Date.now() > deadline) return left;
    await setTimeout(20);
  }
}

async function describeMarked(id: string, mark: string): Promise<string | undefined> {
  try {
    const variables = (await readFile(`/proc/${id}/environ`, 'utf8')).split('\0');
    if (!variables.includes(`${PROCESS_MARK}=${mark}`)) return undefined;
    const command = await readFile(`/proc/${id}/cmdline`, 'utf8');
    return `${id}: ${command.replaceAll('\0', ' ')}`;
  } catch {
    // It ended while we looked, or is somebody else's.
    return undefined;
  }
}
