import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for a test, gone when the test is over. */
export class TemporaryFolder {
  /** Absolute, without symbolic links in it. */
  readonly path: string;
  /** Seconds added so far, so that two writes never have the same time stamp. */
  #seconds = 0;

  private constructor(path: string) {
    this.path = path;
  }

  /** @param name Part of the folder's name, for paths with spaces or non-ASCII letters. */
  static async create(name = 'project'): Promise<TemporaryFolder> {
    const base = await mkdtemp(join(await realpath(tmpdir()), 'mypy-ratchet-test-'));
    const path = join(base, name);
    await mkdir(path);
    return new TemporaryFolder(path);
  }

  /** An empty folder at a place of its own, whatever was there before; it stays. */
  static async renew(path: string): Promise<TemporaryFolder> {
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true });
    return new TemporaryFolder(await realpath(path));
  }

  at(path: string): string {
    return join(this.path, path);
  }

  read(path: string): Promise<string> {
    return readFile(this.at(path), 'utf8');
  }

  /**
   * Writes a file with a time stamp that no earlier write had: mypy compares whole seconds and
   * would not see a change of the same size within one.
   */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const file = this.at(path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    const time = Date.now() / 1000 - 3_600 + this.#seconds++;
    await utimes(file, time, time);
  }

  /** Writes a file as if at one and the same second, whenever it is called. */
  async writeAtSecond(path: string, content: string): Promise<void> {
    await writeFile(this.at(path), content);
    await utimes(this.at(path), 1_700_000_000.2, 1_700_000_000.2);
  }

  async writeAll(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) await this.write(path, content);
  }

  /** Replaces text in a file; fails when it is not there. */
  async edit(path: string, from: string, to: string): Promise<void> {
    const content = await this.read(path);
    if (!content.includes(from)) throw new Error(`${path} does not hold ${from}`);
    await this.write(path, content.replace(from, to));
  }

  /** Whether there is such a file. */
  async has(path: string): Promise<boolean> {
    return (await this.list()).includes(path);
  }

  /** Names of what is in it. */
  list(): Promise<string[]> {
    return readdir(this.path);
  }

  /** Removes all that is in it. */
  async clear(): Promise<void> {
    for (const name of await this.list()) await rm(this.at(name), { recursive: true });
  }

  async delete(path: string): Promise<void> {
    await rm(this.at(path));
  }

  async remove(): Promise<void> {
    await rm(dirname(this.path), { recursive: true, force: true });
  }
}
