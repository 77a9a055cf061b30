import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from '../../src/core/baseline/baseline.js';
import { parseBaseline } from '../../src/core/baseline/parse-baseline.js';
import { run } from '../run.js';
import type { Edit } from './edits.js';

/** The package that all code bases are made of. */
export const PACKAGE = 'celery';

export const BASELINE_FILE = 'mypy-baseline.jsonl';

/** The package after an edit. */
export interface EditedPackage {
  /** The files that the edit changed, by path from the folder that holds the package. */
  readonly files: ReadonlyMap<string, string>;
  /** All that mypy prints then, its summary line included. */
  readonly output: string;
}

/** celery in a folder of its own, checked by a real mypy. */
export class CheckedPackage {
  /** Absolute; holds the package and `mypy.ini`. */
  readonly folder: string;
  /** What mypy prints for the package as it is. */
  readonly output: string;
  readonly baseline: Baseline;
  readonly #mypy: readonly string[];

  private constructor(
    folder: string,
    mypy: readonly string[],
    { output, baseline }: Pick<CheckedPackage, 'output' | 'baseline'>,
  ) {
    this.folder = folder;
    this.#mypy = mypy;
    this.output = output;
    this.baseline = baseline;
  }

  /**
   * @param source Absolute; the folder that holds the package.
   * @param update The command that writes the baseline of the folder where it runs.
   */
  static async prepare(
    source: string,
    folder: string,
    { python, update }: { readonly python: string; readonly update: readonly string[] },
  ): Promise<CheckedPackage> {
    await cp(join(source, PACKAGE), join(folder, PACKAGE), { recursive: true });
    await writeFile(join(folder, 'mypy.ini'), mypyConfiguration([PACKAGE]));
    await run(update, folder);
    const read = parseBaseline(await readFile(join(folder, BASELINE_FILE), 'utf8'));
    if (read.kind !== 'read') throw new Error(`the baseline just written is ${read.kind}`);
    // From a warm cache mypy gives its hint about stubs with another file, and mypy-baseline takes
    // the note for a new one (mypy 2.4.1, mypy-baseline 0.7.4).
    const mypy = [python, '-m', 'mypy', '--cache-dir=/dev/null'];
    const { stdout } = await run(mypy, folder, { statuses: [1] });
    return new CheckedPackage(folder, mypy, { output: stdout, baseline: read.baseline });
  }

  /** Edits the package, has mypy check it, and takes the edit back. */
  async edit(edit: Edit): Promise<EditedPackage> {
    const paths = [...new Set(this.baseline.entries.map(({ path }) => path))];
    const count = edit.count(paths.length);
    if (count === 0) return { files: new Map(), output: this.output };
    const files = new Map<string, string>();
    const originals = new Map<string, string>();
    for (const path of spread(paths, count)) {
      const text = await readFile(join(this.folder, path), 'utf8');
      originals.set(path, text);
      files.set(path, edit.rewrite(text));
    }
    await writeFiles(this.folder, files);
    const { stdout } = await run(this.#mypy, this.folder, { statuses: [1] });
    await writeFiles(this.folder, originals);
    return { files, output: stdout };
  }
}

/** mypy's configuration for packages in the same folder. */
export function mypyConfiguration(packages: readonly string[]): string {
  return `[mypy]\nfiles = ${packages.join(', ')}\nstrict = True\n`;
}

/** Writes files by their path from a folder. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [path, text] of files) await writeFile(join(folder, path), text);
}

/** So many of the values, evenly from the whole list. */
function spread<Value>(values: readonly Value[], count: number): readonly Value[] {
  const step = values.length / count;
  return values.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
