import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../support/mypy/processes.js';
import { at } from '../support/report/json-value.js';

/** Of one process after its garbage was collected. Bytes. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

/** Asks a process that has loaded `collect-garbage` what memory it needs. */
export async function measureMemory(pid: number, folder: string): Promise<Memory> {
  const file = join(folder, `${pid}.jsonl`);
  const before = readLines(file).length;
  process.kill(pid, 'SIGUSR2');
  await until(() => readLines(file).length > before);
  const last: unknown = JSON.parse(readLines(file).at(-1) ?? '{}');
  return { rss: Number(at(last, 'rss')), heapUsed: Number(at(last, 'heapUsed')) };
}

function readLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}
