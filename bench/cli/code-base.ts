import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from '../../src/core/baseline/baseline.js';
import { serialiseBaseline } from '../../src/core/baseline/serialise-baseline.js';
import { run } from '../run.js';
import {
  BASELINE_FILE,
  type CheckedPackage,
  type EditedPackage,
  mypyConfiguration,
  PACKAGE,
  writeFiles,
} from './checked-package.js';
import type { Edit } from './edits.js';

const OUTPUT_FILE = 'mypy-output.txt';
const SUMMARY = /^Found (\d+) errors in (\d+) files \(checked (\d+) source files\)\n/m;

/** A repository of one or more copies of the package, with a baseline of each tool. */
export class CodeBase {
  /** Absolute; where both tools run. */
  readonly folder: string;
  /** How many errors the baselines hold. */
  readonly errors: number;
  readonly #names: readonly string[];
  readonly #package: CheckedPackage;

  private constructor(folder: string, names: readonly string[], original: CheckedPackage) {
    this.folder = folder;
    this.#names = names;
    this.#package = original;
    this.errors = original.baseline.entries.length * names.length;
  }

  /**
   * Copies the package until there are so many errors, and commits all with both baselines.
   *
   * @param sync mypy-baseline's command that writes its baseline.
   */
  static async make(
    folder: string,
    original: CheckedPackage,
    { errors, sync }: { readonly errors: number; readonly sync: readonly string[] },
  ): Promise<CodeBase> {
    const copies = Math.ceil(errors / original.baseline.entries.length);
    const names = Array.from({ length: copies }, (_, index) =>
      copies === 1 ? PACKAGE : `${PACKAGE}_${String(index + 1).padStart(2, '0')}`,
    );
    const codeBase = new CodeBase(folder, names, original);
    await mkdir(folder);
    for (const name of names) {
      await cp(join(original.folder, PACKAGE), join(folder, name), { recursive: true });
    }
    await writeFile(join(folder, 'mypy.ini'), mypyConfiguration(names));
    await writeFile(join(folder, '.gitignore'), `${OUTPUT_FILE}\n`);
    await writeFile(
      join(folder, BASELINE_FILE),
      serialiseBaseline(copyBaseline(original.baseline, names)),
    );
    await codeBase.#writeOutput(() => original.output);
    await run(sync, folder, { input: codeBase.outputPath });
    await commitAll(folder);
    return codeBase;
  }

  /** What mypy printed for the code base as it is now. Absolute. */
  get outputPath(): string {
    return join(this.folder, OUTPUT_FILE);
  }

  /** Lets something be measured while an edit is applied. */
  async whileEdited(edit: Edit, measure: () => Promise<void>): Promise<void> {
    const edited = await this.#package.edit(edit);
    const names = edit.everywhere ? this.#names : this.#names.slice(0, 1);
    for (const name of names) await writeFiles(this.folder, this.#rename(edited, name));
    await this.#writeOutput((name) => (names.includes(name) ? edited : this.#package).output);
    await measure();
    await run(['git', 'checkout', '--quiet', '.'], this.folder);
  }

  #rename({ files }: EditedPackage, name: string): ReadonlyMap<string, string> {
    return new Map([...files].map(([path, text]) => [renamed(path, name), text]));
  }

  /** Joins mypy's outputs of the copies into the one that it would print for them all. */
  async #writeOutput(outputOf: (name: string) => string): Promise<void> {
    const totals = [0, 0, 0];
    const lines = this.#names.map((name) => {
      const output = outputOf(name);
      const summary = SUMMARY.exec(output);
      if (summary === null) throw new Error('mypy printed no summary line');
      for (const index of totals.keys())
        totals[index] = (totals[index] ?? 0) + Number(summary[index + 1]);
      return output.slice(0, summary.index).replaceAll(/^celery(?=[/\\])/gm, name);
    });
    const [errors, files, checked] = totals;
    const summary = `Found ${errors} errors in ${files} files (checked ${checked} source files)\n`;
    await writeFile(this.outputPath, lines.join('') + summary);
  }
}

function copyBaseline({ environment, entries }: Baseline, names: readonly string[]): Baseline {
  const copies = names.flatMap((name) =>
    entries.map((entry) => ({ ...entry, path: renamed(entry.path, name) })),
  );
  return { environment, entries: copies };
}

/** A path of the package, in a copy of that name. */
function renamed(path: string, name: string): string {
  return `${name}${path.slice(PACKAGE.length)}`;
}

async function commitAll(folder: string): Promise<void> {
  const person = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
  await run(['git', 'init', '--quiet', '--initial-branch=main'], folder);
  await run(['git', 'add', '.'], folder);
  await run(['git', ...person, 'commit', '--quiet', '--message=Baseline'], folder);
}
