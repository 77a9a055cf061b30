import type { LocatedError, MypyError } from '../../../src/core/error/mypy-error.js';
import { SourceReader } from '../../../src/workspace/source/source-reader.js';
import { TemporaryFolder } from '../files/temporary-folder.js';
import type { SourceFile, SourceTree, TrackedError } from './source-tree.js';

/** An error of a tree as the product sees it, and the truth about it. */
export interface KnownError {
  readonly located: LocatedError;
  readonly origin: number | null;
}

/** Locates the errors of trees as the product does: from real files, by {@link SourceReader}. */
export class TreeLocator {
  readonly #folder: TemporaryFolder;
  readonly #reader = new SourceReader();
  readonly #known = new WeakMap<SourceFile, readonly KnownError[]>();
  #roots = 0;

  private constructor(folder: TemporaryFolder) {
    this.#folder = folder;
  }

  static async create(): Promise<TreeLocator> {
    return new TreeLocator(await TemporaryFolder.create());
  }

  /** In the order of paths, lines and columns. Files that were located before are not written. */
  async locate(tree: SourceTree): Promise<readonly KnownError[]> {
    const root = `${this.#roots++}`;
    const all: KnownError[] = [];
    for (const path of [...tree.keys()].sort()) {
      const file = tree.get(path);
      if (file === undefined) continue;
      const known = this.#known.get(file) ?? (await this.#locateFile(root, file));
      this.#known.set(file, known);
      for (const error of known) all.push(error);
    }
    return all;
  }

  async remove(): Promise<void> {
    await this.#folder.remove();
  }

  async #locateFile(root: string, file: SourceFile): Promise<readonly KnownError[]> {
    const tracked = file.lines.flatMap(({ errors }, index) =>
      errors.toSorted((a, b) => a.column - b.column).map((error) => ({ error, line: index + 1 })),
    );
    if (tracked.length === 0) return [];
    await this.#folder.write(`${root}/${file.path}`, file.lines.map(({ text }) => text).join('\n'));
    const errors = tracked.map(({ error, line }) => toMypyError(file.path, line, error));
    const located = await this.#reader.locate(this.#folder.at(root), errors, null);
    // They come in the order of lines and columns, which they were given in.
    return located.map((error, index) => ({
      located: error,
      origin: tracked[index]?.error.origin ?? null,
    }));
  }
}

function toMypyError(path: string, line: number, error: TrackedError): MypyError {
  const { code, message, column } = error;
  const start = { line, column };
  return { path, start, end: start, code, message, notes: [] };
}
