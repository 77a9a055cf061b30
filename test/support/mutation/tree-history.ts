import type { SourceChanges } from '../../../src/core/compare/source-changes.js';
import { readSourceChanges } from '../../../src/workspace/git/source-changes.js';
import { TemporaryFolder } from '../files/temporary-folder.js';
import { createRepository, git } from '../git/repository.js';
import type { SourceFile, SourceTree } from './source-tree.js';

/** A repository with a committed tree, that later states are written over and compared with. */
export class TreeHistory {
  readonly #folder: TemporaryFolder;
  /** What stands in the folder. */
  #present: SourceTree;

  private constructor(folder: TemporaryFolder, committed: SourceTree) {
    this.#folder = folder;
    this.#present = committed;
  }

  static async commit(tree: SourceTree): Promise<TreeHistory> {
    const folder = await TemporaryFolder.create();
    for (const file of tree.values()) await folder.write(file.path, textOf(file));
    await createRepository(folder.path);
    return new TreeHistory(folder, tree);
  }

  /** What git says was edited in some files from the committed tree to another. */
  async readChanges(later: SourceTree, paths: ReadonlySet<string>): Promise<SourceChanges> {
    await this.#replaceWith(later);
    // Who renames a file with git or stages it: git does not see other new files.
    await git(this.#folder.path, 'add', '--all');
    const read = await readSourceChanges(this.#folder.path, 'HEAD', [...paths]);
    if (read.kind === 'unknown') throw new Error(read.why);
    return read.changes;
  }

  async remove(): Promise<void> {
    await this.#folder.remove();
  }

  async #replaceWith(tree: SourceTree): Promise<void> {
    for (const path of this.#present.keys()) {
      if (!tree.has(path)) await this.#folder.delete(path);
    }
    for (const file of tree.values()) {
      if (this.#present.get(file.path) !== file) {
        await this.#folder.write(file.path, textOf(file));
      }
    }
    this.#present = tree;
  }
}

function textOf({ lines }: SourceFile): string {
  return lines.map(({ text }) => text).join('\n');
}
