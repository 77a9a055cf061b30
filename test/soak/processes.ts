import { readdir, readFile } from 'node:fs/promises';

/** A process as `/proc` shows it. */
interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Descendants of a process whose command line is of a kind. Linux only. */
export async function findChildren(ancestor: number, command: RegExp): Promise<readonly number[]> {
  const all = await listProcesses();
  const family = new Set([ancestor]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all
    .filter(({ pid, command: line }) => pid !== ancestor && family.has(pid) && command.test(line))
    .map(({ pid }) => pid);
}

/** Command lines of processes whose environment holds a text, whoever is their parent now. */
export async function findByEnvironment(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { pid, command } of await listProcesses()) {
    const environment = await readProc(pid, 'environ');
    if (pid !== process.pid && environment.includes(text)) found.push(`${pid}: ${command}`);
  }
  return found;
}

async function listProcesses(): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  return Promise.all(
    pids.map(async (pid) => {
      const [status, command] = await Promise.all([
        readProc(pid, 'status'),
        readProc(pid, 'cmdline'),
      ]);
      const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
      return { pid, parent, command: command.replaceAll('\0', ' ') };
    }),
  );
}

async function readProc(pid: number, name: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return '';
  }
}
