import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHeapSnapshot } from 'node:v8';

/**
 * Loaded into the server by `NODE_OPTIONS`: on SIGUSR2 it takes a snapshot of the heap, for which V8
 * collects all garbage first, and appends where that is, and what memory the process needs, to a file
 * of its process in `MYPY_RATCHET_SOAK_MEMORY`.
 */
const folder = process.env['MYPY_RATCHET_SOAK_MEMORY'];
if (folder !== undefined) {
  process.on('SIGUSR2', () => {
    const snapshot = writeHeapSnapshot(join(folder, `${process.pid}-${Date.now()}.heapsnapshot`));
    // After it: it takes some 50 MB, which the process keeps.
    const { rss } = process.memoryUsage();
    appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify({ rss, snapshot })}\n`);
  });
}
