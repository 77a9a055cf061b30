import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openIndebtedServer } from '../latency/own-share/indebted-server.js';
import { type ProcessMemory, readMemory } from './process-memory.js';

/** A working day has more, but the third save changes nothing any more. */
const SAVES = 3;
/** Long enough for the server to see that it is idle, and to give back all that it can. */
const QUIET_MS = 40_000;

/**
 * What the server's process takes with a baseline of that many errors, after some saves. mypy's own
 * processes are not counted: they are as large as the person's mypy makes them.
 */
export async function measureMemory(errors: number, python: string): Promise<ProcessMemory> {
  const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-bench-'));
  const { project, client } = await openIndebtedServer(scratch, errors, python);
  try {
    const found = client.snapshot?.result?.totals.current;
    if (found !== errors) throw new Error(`${found} errors were found in place of ${errors}`);
    for (let n = 1; n <= SAVES; n++) {
      await project.edit(n);
      await client.untilChecked(() => client.didSave(project.edited));
    }
    await setTimeout(QUIET_MS);
    if (client.serverPid === undefined) throw new Error('the server has no process');
    return await readMemory(client.serverPid);
  } finally {
    await client.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}
