import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded into the server by `NODE_OPTIONS`: on SIGUSR2 it collects garbage and appends what memory
 * is left to a file of its process in `MYPY_RATCHET_SOAK_MEMORY`. Without that, memory that nobody
 * has collected yet would look like a leak.
 */
const folder = process.env['MYPY_RATCHET_SOAK_MEMORY'];
if (folder !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    if (typeof collect === 'function') collect();
    const { rss, heapUsed } = process.memoryUsage();
    const { code_and_metadata_size, bytecode_and_metadata_size } = getHeapCodeStatistics();
    const code = code_and_metadata_size + bytecode_and_metadata_size;
    const memory = { rss, objects: heapUsed - code, code };
    appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(memory)}\n`);
  });
}
