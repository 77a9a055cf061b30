import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Sdist } from './releases.js';

/** Source distributions, each downloaded once. */
export class SdistCache {
  readonly #folder: string;

  /** @param folder Absolute; made when it is not there. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Absolute path of the archive.
   *
   * @throws Error when it cannot be had, or is not the one that PyPI lists.
   */
  async get({ filename, url, sha256 }: Sdist): Promise<string> {
    const place = join(this.#folder, basename(filename));
    if (existsSync(place)) return place;
    await mkdir(this.#folder, { recursive: true });
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new Error(`${url} is not what PyPI lists: its SHA-256 differs`);
    }
    // Renamed when it is whole: an interrupted download is never taken for done.
    const draft = `${place}.${process.pid}.tmp`;
    await writeFile(draft, bytes);
    await rename(draft, place);
    return place;
  }
}
