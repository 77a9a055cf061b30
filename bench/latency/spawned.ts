import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { CodeBase } from './code-bases.js';
import type { Contestant } from './contestant.js';
import type { Edit } from './edits.js';
import { Tree } from './tree.js';

/** A command line: the program and its arguments. */
type Command = readonly string[];

/** A tool that starts a program for every save, and how. */
interface SpawnedTool {
  readonly name: string;
  /**
   * @param python Absolute path of the interpreter.
   * @param folder Absolute path of the folder that is opened.
   * @param file Absolute path of the file that is saved.
   */
  readonly command: (python: string, folder: string, file: string) => Command;
  /** What ends what the tool left running. */
  readonly stop?: (python: string, folder: string) => Command;
}

/** mypy-vscode 0.4 (src/extension.ts), with its default targets. */
const DMYPY_STATUS = ['--status-file', '.dmypy.json'];
/** vscode-mypy 2026.6 (bundled/tool/lsp_server.py). */
const VSCODE_MYPY_OPTIONS = [
  '--no-color-output',
  '--no-error-summary',
  '--show-absolute-path',
  '--show-column-numbers',
  '--show-error-codes',
  '--no-pretty',
  '--show-error-end',
];

/** What the script `dmypy` does. */
const dmypy = (python: string) => [python, '-m', 'mypy.dmypy', ...DMYPY_STATUS];
const dmypyStop = (python: string) => [...dmypy(python), 'stop'];

/** Command lines as the tools start them, in the folder that is opened. */
export const SPAWNED_TOOLS: readonly SpawnedTool[] = [
  { name: 'mypy', command: (python) => [python, '-m', 'mypy'] },
  {
    name: 'dmypyRun',
    command: (python) => [
      ...dmypy(python),
      ...['run', '--log-file', '.dmypy.log', '--'],
      ...['--python-executable', python, '.', '--show-error-end', '--no-error-summary'],
      ...['--no-pretty', '--no-color-output'],
    ],
    stop: dmypyStop,
  },
  {
    name: 'vscodeMypy',
    command: (python, folder) => [python, '-m', 'mypy', ...VSCODE_MYPY_OPTIONS, folder],
  },
  {
    name: 'vscodeMypyFile',
    command: (python, _folder, file) => [python, '-m', 'mypy', ...VSCODE_MYPY_OPTIONS, file],
  },
  {
    name: 'vscodeMypyDaemon',
    command: (python, folder) => [
      ...dmypy(python),
      ...['run', '--', ...VSCODE_MYPY_OPTIONS, folder],
    ],
    stop: dmypyStop,
  },
];

/** A tool in the editor that starts a program for every save and waits for its end. */
export class Spawned implements Contestant {
  readonly #tool: SpawnedTool;
  readonly #python: string;
  readonly #codeBase: CodeBase;
  readonly #tree: Tree;
  #errors = 0;

  private constructor(tool: SpawnedTool, python: string, codeBase: CodeBase, tree: Tree) {
    this.#tool = tool;
    this.#python = python;
    this.#codeBase = codeBase;
    this.#tree = tree;
  }

  static async open(tool: SpawnedTool, codeBase: CodeBase, python: string): Promise<Spawned> {
    const spawned = new Spawned(tool, python, codeBase, await Tree.copy(codeBase));
    await spawned.#answer(codeBase.leaf.path);
    return spawned;
  }

  get name(): string {
    return this.#tool.name;
  }

  get errors(): number {
    return this.#errors;
  }

  async save(edit: Edit, saves: number): Promise<number> {
    let total = 0;
    // They run one after the other: none of the tools drops a run for a later one.
    for (let count = 0; count < saves; count++) {
      await this.#tree.edit(edit);
      total += await this.#answer(edit.path);
    }
    return total;
  }

  checkAgain(): Promise<number> {
    return this.#answer(this.#codeBase.leaf.path);
  }

  /** They start what they start for every save. */
  saveSameBytes(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async checkCold(): Promise<number> {
    await this.#stop();
    await this.#tree.dropCache();
    return this.#answer(this.#codeBase.leaf.path);
  }

  async restore(): Promise<void> {
    for (const path of await this.#tree.restore()) await this.#answer(path);
  }

  async close(): Promise<void> {
    await this.#stop();
    await this.#tree.remove();
  }

  async #stop(): Promise<void> {
    const { stop } = this.#tool;
    if (stop !== undefined) await run(stop(this.#python, this.#tree.path), this.#tree.path);
  }

  async #answer(path: string): Promise<number> {
    const folder = this.#tree.path;
    const command = this.#tool.command(this.#python, folder, join(folder, path));
    const start = performance.now();
    const stdout = await run(command, folder);
    const ms = performance.now() - start;
    this.#errors = stdout.split('\n').filter((line) => line.includes(': error: ')).length;
    return ms;
  }
}

/** mypy ends with 1 when it finds errors. */
function run([program = '', ...args]: Command, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error === null || error.code === 1) resolve(stdout);
      else reject(new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`));
    });
  });
}
