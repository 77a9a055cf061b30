import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedModule } from '../../core/imports/imported-module.js';
import { resolveImport, sourceRootOf } from '../../core/imports/resolve-import.js';
import { stampFile } from '../file-stamp.js';
import { decodeSource } from './source-text.js';

/** A file that was parsed. */
interface ReadImports {
  /** From {@link stampFile}. */
  readonly stamp: string;
  readonly imports: readonly ImportedModule[];
}

/** Folders in which many projects keep their modules. */
const USUAL_SOURCE_ROOTS = ['', 'src'];

/** Says which files of a project a file imports. Remembers files that did not change. */
export class ImportReader {
  readonly #root: string;
  readonly #read = new Map<string, ReadImports>();

  /** @param root Absolute; all paths are relative to it. */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * The files that a file imports; none when it cannot be read.
   *
   * @param gone Files that are not there any more, and may still be imported.
   */
  async listImports(path: string, gone: ReadonlySet<string>): Promise<readonly string[]> {
    const exists = (file: string) =>
      gone.has(file) || stampFile(join(this.#root, file)) !== undefined;
    const sourceRoots = [...new Set([...USUAL_SOURCE_ROOTS, sourceRootOf(path, exists)])];
    const imports = await this.#readImports(path);
    const found = imports.flatMap((imported) =>
      resolveImport(path, imported, { sourceRoots, exists }),
    );
    return [...new Set(found)].filter((file) => file !== path);
  }

  async #readImports(path: string): Promise<readonly ImportedModule[]> {
    const file = join(this.#root, path);
    const stamp = stampFile(file);
    if (stamp === undefined) return [];
    const known = this.#read.get(path);
    if (known?.stamp === stamp) return known.imports;
    // The parser is loaded when the first file needs it.
    const { listImports } = await import('./import-statements.js');
    const imports = listImports(readText(file));
    this.#read.set(path, { stamp, imports });
    return imports;
  }
}

function readText(file: string): string {
  try {
    return decodeSource({
      asText: () => readFileSync(file, 'utf8'),
      asBytes: () => readFileSync(file),
    }).text;
  } catch {
    // Deleted or locked since it was looked at: it imports nothing that could be told.
    return '';
  }
}
