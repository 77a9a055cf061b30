import { cp, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { CodeBase } from './code-bases.js';
import { applyEdit, type Edit } from './edits.js';

/** A day ago; every edit is a second later than the one before, for mypy compares whole seconds. */
const FIRST_EDIT_SECONDS = Date.now() / 1000 - 86_400;

/** A copy of a code base that one contestant edits. */
export class Tree {
  /** Absolute. */
  readonly path: string;
  readonly #originals = new Map<string, string>();
  #edits = 0;

  private constructor(path: string) {
    this.path = path;
  }

  static async copy({ source, target, configuration }: CodeBase): Promise<Tree> {
    const path = await mkdtemp(join(tmpdir(), 'mypy-ratchet-bench-'));
    await cp(source, join(path, target), { recursive: true, filter: isSource });
    await writeFile(join(path, 'mypy.ini'), configuration);
    return new Tree(path);
  }

  /** Edits a file; the edit before, of whatever file, stays. Gives the number of the edit. */
  async edit(edit: Edit): Promise<number> {
    const n = ++this.#edits;
    const original = this.#originals.get(edit.path) ?? (await this.#read(edit.path));
    this.#originals.set(edit.path, original);
    await this.#write(edit.path, applyEdit(edit, original, n), n);
    return n;
  }

  /** Takes all edits back. */
  async restore(): Promise<readonly string[]> {
    const n = ++this.#edits;
    for (const [path, original] of this.#originals) await this.#write(path, original, n);
    return [...this.#originals.keys()];
  }

  /** Drops mypy's cache in this folder. */
  async dropCache(): Promise<void> {
    await rm(join(this.path, '.mypy_cache'), { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  #read(path: string): Promise<string> {
    return readFile(join(this.path, path), 'utf8');
  }

  async #write(path: string, text: string, n: number): Promise<void> {
    const file = join(this.path, path);
    await writeFile(file, text);
    await utimes(file, FIRST_EDIT_SECONDS + n, FIRST_EDIT_SECONDS + n);
  }
}

/** What mypy was compiled to and the stubs that it carries are no source of its own. */
function isSource(path: string): boolean {
  const ignored = ['__pycache__', 'typeshed'].some((name) => path.split(sep).includes(name));
  return !ignored && !/\.(so|pyd)$/.test(path);
}
