import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OUTPUT_FILE } from './fake-mypy.js';

/** About as many as celery's files have on average under `--strict`. */
const ERRORS_OF_A_FILE = 40;

/** A project with many errors, and the output of a mypy that has found them. */
export class IndebtedProject {
  readonly #folder: string;
  readonly #errors: number;

  private constructor(folder: string, errors: number) {
    this.#folder = folder;
    this.#errors = errors;
  }

  /** @param folder Absolute; it is there and empty. */
  static async write(folder: string, errors: number): Promise<IndebtedProject> {
    const project = new IndebtedProject(folder, errors);
    await writeFile(join(folder, 'mypy.ini'), '[mypy]\nfiles = src\n');
    for (let file = 0; file < project.#files; file++) await project.#writeFile(file, 0);
    await project.#writeOutput(0);
    return project;
  }

  /** One file is there to be edited, even where there is no error. */
  get #files(): number {
    return Math.max(1, Math.ceil(this.#errors / ERRORS_OF_A_FILE));
  }

  /** The file that is edited. */
  get edited(): string {
    return pathOf(0);
  }

  /** Makes the n-th edit: the first file's errors move, and one is new. */
  async edit(n: number): Promise<string> {
    await this.#writeFile(0, n);
    await this.#writeOutput(n);
    return `new_${n}`;
  }

  async #writeFile(file: number, n: number): Promise<void> {
    const path = join(this.#folder, pathOf(file));
    await mkdir(dirname(path), { recursive: true });
    const edit = file === 0 && n > 0 ? [`new_${n}()`] : [];
    const functions = errorsOf(file).map((error) => functionOf(error));
    await writeFile(path, `${[...edit, ...functions].join('\n')}\n`);
  }

  async #writeOutput(n: number): Promise<void> {
    const lines: string[] = [];
    for (let file = 0; file < this.#files; file++) {
      const shift = file === 0 && n > 0 ? 1 : 0;
      if (shift > 0) {
        lines.push(
          `${pathOf(file)}:1:1:1:5: error: Name "new_${n}" is not defined  [name-defined]`,
        );
      }
      const known = errorsOf(file).filter((error) => error < this.#errors);
      known.forEach((error, index) => {
        const line = 3 * index + 2 + shift;
        lines.push(
          `${pathOf(file)}:${line}:5:${line}:20: error: ${messageOf(error)}  [no-untyped-call]`,
        );
      });
    }
    lines.push(summarise(lines.length, this.#files));
    await writeFile(join(this.#folder, OUTPUT_FILE), `${lines.join('\n')}\n`);
  }
}

/** As mypy words it; every file has errors, or none has. */
function summarise(errors: number, files: number): string {
  const checked = `${files} source file${files === 1 ? '' : 's'}`;
  if (errors === 0) return `Success: no issues found in ${checked}`;
  const found = errors === 1 ? '1 error' : `${errors} errors`;
  return `Found ${found} in ${files} file${files === 1 ? '' : 's'} (checked ${checked})`;
}

function errorsOf(file: number): readonly number[] {
  return Array.from({ length: ERRORS_OF_A_FILE }, (_, index) => file * ERRORS_OF_A_FILE + index);
}

function pathOf(file: number): string {
  return `src/package_${file % 50}/module_${file}.py`;
}

function messageOf(error: number): string {
  return `Call to untyped function "handle_${error % 200}" in typed context`;
}

function functionOf(error: number): string {
  return `def work_${error}(request: str) -> None:\n    result = handle_${error % 200}(request, ${error})\n`;
}
