import { statSync } from 'node:fs';

/** A file that changes when the environment of a worker does. */
export interface Witness {
  readonly path: string;
  /** Nanoseconds since the epoch, in decimal; null when the file is not there. */
  readonly mtime: string | null;
}

/** Witnesses in the ready line of `worker.py`; undefined when the line is something else. */
export function parseReadyLine(line: string): readonly Witness[] | undefined {
  let ready: unknown;
  try {
    ready = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof ready !== 'object' || ready === null || !('witnesses' in ready)) return undefined;
  const { witnesses } = ready;
  return Array.isArray(witnesses) ? parseWitnesses(witnesses) : undefined;
}

/** Files as they are now. */
export function readWitnesses(paths: readonly string[]): readonly Witness[] {
  return paths.map((path) => ({ path, mtime: readMtime(path) }));
}

/**
 * The first file that is not as it was; undefined when all are. Synchronous: each check asks before
 * mypy gets its request, and to wait for a handful of files takes ten times as long as to look.
 */
export function findChanged(witnesses: readonly Witness[]): string | undefined {
  return witnesses.find(({ path, mtime }) => readMtime(path) !== mtime)?.path;
}

function parseWitnesses(items: readonly unknown[]): readonly Witness[] | undefined {
  const witnesses: Witness[] = [];
  for (const item of items) {
    if (!Array.isArray(item)) return undefined;
    const [path, mtime]: readonly unknown[] = item;
    if (typeof path !== 'string') return undefined;
    if (typeof mtime !== 'string' && mtime !== null) return undefined;
    witnesses.push({ path, mtime });
  }
  return witnesses;
}

function readMtime(path: string): string | null {
  try {
    return statSync(path, { bigint: true }).mtimeNs.toString();
  } catch {
    // What cannot be seen counts as gone, in the worker as here.
    return null;
  }
}
