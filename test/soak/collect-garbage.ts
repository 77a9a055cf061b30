import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString, writeHeapSnapshot } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded into the server by `NODE_OPTIONS`: on SIGUSR2 it collects garbage and appends what memory
 * is left, and where a snapshot of it is, to a file of its process in `MYPY_RATCHET_SOAK_MEMORY`.
 * Without that, memory that nobody has collected yet would look like a leak.
 */
const folder = process.env['MYPY_RATCHET_SOAK_MEMORY'];
if (folder !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    if (typeof collect === 'function') collect();
    const snapshot = writeHeapSnapshot(join(folder, `${process.pid}-${Date.now()}.heapsnapshot`));
    // After it: it takes some 50 MB, which the process keeps.
    const { rss } = process.memoryUsage();
    appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify({ rss, snapshot })}\n`);
  });
}
