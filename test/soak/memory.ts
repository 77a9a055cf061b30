import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../support/mypy/processes.js';
import { at, listAt } from '../support/report/json-value.js';

/** Of one process after its garbage was collected. Bytes. */
export interface Memory {
  /** With what it took to look at the heap, which is about as much each time. */
  readonly rss: number;
  /** Of the heap: what the program keeps. */
  readonly objects: number;
  /** Of the heap: what V8 keeps of the program, which becomes more as it learns what is run often. */
  readonly code: number;
}

/** How a heap snapshot calls what V8 keeps of a program: code, what it learned for that, and shapes. */
const CODE_TYPES: ReadonlySet<unknown> = new Set(['code', 'hidden', 'object shape']);

/** Asks a process that has loaded `snapshot-heap` what memory it needs. */
export async function measureMemory(pid: number, folder: string): Promise<Memory> {
  const file = join(folder, `${pid}.jsonl`);
  const before = readLines(file).length;
  process.kill(pid, 'SIGUSR2');
  await until(() => readLines(file).length > before);
  const last: unknown = JSON.parse(readLines(file).at(-1) ?? '{}');
  const snapshot = String(at(last, 'snapshot'));
  const heap = addUp(JSON.parse(readFileSync(snapshot, 'utf8')));
  rmSync(snapshot);
  return { rss: Number(at(last, 'rss')), ...heap };
}

/** The sizes of all nodes of V8's heap snapshot, which is one list of numbers, some for each node. */
function addUp(snapshot: unknown): Pick<Memory, 'objects' | 'code'> {
  const fields = listAt(snapshot, 'snapshot', 'meta', 'node_fields');
  const [types] = listAt(snapshot, 'snapshot', 'meta', 'node_types');
  const nodes = listAt(snapshot, 'nodes');
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let [objects, code] = [0, 0];
  for (let node = 0; node < nodes.length; node += fields.length) {
    const type = Array.isArray(types) ? types[Number(nodes[node + typeAt])] : undefined;
    const size = Number(nodes[node + sizeAt]);
    if (CODE_TYPES.has(type)) code += size;
    else objects += size;
  }
  return { objects, code };
}

function readLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}
