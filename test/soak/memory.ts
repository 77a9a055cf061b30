import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../support/mypy/processes.js';
import { at } from '../support/report/json-value.js';

/** Of one process after its garbage was collected. Bytes. */
export interface Memory {
  readonly rss: number;
  /** Of the heap: all but {@link code}. */
  readonly objects: number;
  /** Of the heap: what V8 compiled, which becomes more for as long as it learns what is run often. */
  readonly code: number;
}

/** Asks a process that has loaded `collect-garbage` what memory it needs. */
export async function measureMemory(pid: number, folder: string): Promise<Memory> {
  const file = join(folder, `${pid}.jsonl`);
  const before = readLines(file).length;
  process.kill(pid, 'SIGUSR2');
  await until(() => readLines(file).length > before);
  const last: unknown = JSON.parse(readLines(file).at(-1) ?? '{}');
  const read = (part: keyof Memory) => Number(at(last, part));
  return { rss: read('rss'), objects: read('objects'), code: read('code') };
}

function readLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}
