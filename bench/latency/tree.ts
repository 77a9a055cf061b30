import { cp, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit } from './edits.js';

/** A copy of a code base that one competitor edits. */
export class Tree {
  readonly path: string;
  #isEdited = false;
  #seconds = 0;

  private constructor(path: string) {
    this.path = path;
  }

  /** @param source Absolute; the folder that holds the package `celery`. */
  static async copy(source: string): Promise<Tree> {
    const path = await mkdtemp(join(tmpdir(), 'mypy-ratchet-bench-'));
    await cp(join(source, 'celery'), join(path, 'celery'), { recursive: true });
    await writeFile(join(path, 'mypy.ini'), '[mypy]\nfiles = celery\nstrict = True\n');
    return new Tree(path);
  }

  /** Applies an edit, or takes it back, with a time stamp that mypy cannot miss. */
  async toggle(edit: Edit): Promise<void> {
    if (edit.path === '') return;
    const file = join(this.path, edit.path);
    const text = await readFile(file, 'utf8');
    const [from, to] = this.#isEdited ? [edit.to, edit.from] : [edit.from, edit.to];
    if (!text.includes(from)) throw new Error(`${edit.path} does not hold ${from}`);
    await writeFile(file, text.replace(from, to));
    const time = Date.now() / 1000 - 86_400 + this.#seconds++;
    await utimes(file, time, time);
    this.#isEdited = !this.#isEdited;
  }

  /** Takes an edit back if it is applied. */
  async restore(edit: Edit): Promise<void> {
    if (this.#isEdited) await this.toggle(edit);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
