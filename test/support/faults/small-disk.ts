import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PIECE = Buffer.alloc(2 ** 16);

/** A disk of some megabytes at a folder; only root can make one. */
export class SmallDisk {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param folder Absolute; what is in it is hidden meanwhile. */
  static async mount(folder: string, megabytes: number): Promise<SmallDisk> {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
    return new SmallDisk(folder);
  }

  /** Writes until nothing more can be written. */
  async fill(): Promise<void> {
    const file = await open(this.#filler, 'a');
    try {
      for (;;) await file.appendFile(PIECE);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      await file.close();
    }
  }

  /** Undoes {@link fill}. */
  async free(): Promise<void> {
    await rm(this.#filler, { force: true });
  }

  async unmount(): Promise<void> {
    await run('umount', [this.#folder]);
  }

  get #filler(): string {
    return join(this.#folder, 'filler');
  }
}
