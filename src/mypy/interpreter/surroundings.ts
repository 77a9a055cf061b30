import { type FileHandle, open, stat } from 'node:fs/promises';
import { homedir } from 'node:os';

/** The machine as the search for an interpreter sees it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  kindOf(path: string): Promise<'file' | 'folder' | 'nothing'>;
  /** The beginning and the end of a file, a byte a character; empty when it cannot be read. */
  readEdges(path: string): Promise<string>;
}

/** The machine itself. */
export function systemSurroundings(): Surroundings {
  return {
    env: process.env,
    platform: process.platform,
    homeFolder: homedir(),
    kindOf,
    readEdges,
  };
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    // Whatever keeps us from seeing it keeps us from using it.
    return 'nothing';
  }
}

const EDGE_BYTES = 4_096;

async function readEdges(path: string): Promise<string> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { size } = await file.stat();
    const head = await file.read({ buffer: Buffer.alloc(EDGE_BYTES), position: 0 });
    const tailStart = Math.max(size - EDGE_BYTES, 0);
    const tail = await file.read({ buffer: Buffer.alloc(EDGE_BYTES), position: tailStart });
    return [head, tail]
      .map(({ buffer, bytesRead }) => buffer.toString('latin1', 0, bytesRead))
      .join('\n');
  } catch {
    // As above: a script that cannot be read names no interpreter.
    return '';
  } finally {
    await file?.close();
  }
}
