import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { LanguageClient } from '../../../test/support/server/language-client.js';
import { median, round1 } from '../measure.js';
import { END_FILE } from './fake-mypy.js';
import type { IndebtedProject } from './indebted-project.js';
import { openIndebtedServer } from './indebted-server.js';

/** The next worker is ready then, and nothing is left to be collected of the last check. */
const QUIET_MS = 1_000;

/**
 * Milliseconds from mypy's end to the moment at which the editor has the diagnostics, with a
 * baseline of that many errors and an edit that adds one; the median of some saves.
 */
export async function measureOwnShare(
  errors: number,
  { python, rounds }: { readonly python: string; readonly rounds: number },
): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-bench-'));
  try {
    const { folder, project, client } = await openIndebtedServer(scratch, errors, python);
    const times: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      await setTimeout(QUIET_MS);
      const ms = await measureSave(client, project, join(folder, END_FILE), round + 1);
      // The first is of a server whose code has not been compiled yet.
      if (round > 0) times.push(ms);
    }
    await client.stop();
    return round1(median(times));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function measureSave(
  client: LanguageClient,
  project: IndebtedProject,
  endFile: string,
  n: number,
): Promise<number> {
  const name = await project.edit(n);
  await client.didSave(project.edited);
  await client.until(`the error of ${name}`, () => {
    const isIdle = client.snapshot?.activity.kind === 'idle';
    return isIdle && client.of(project.edited).some(({ message }) => isAbout(message, name));
  });
  const shownAt = performance.timeOrigin + performance.now();
  return shownAt - Number(await readFile(endFile, 'utf8'));
}

function isAbout(message: unknown, name: string): boolean {
  return typeof message === 'string' && message.includes(`"${name}"`);
}
