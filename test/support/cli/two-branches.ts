import assert from 'node:assert/strict';
import type { ReadBaseline } from '../../../src/core/baseline/baseline.js';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import { commitAll } from '../git/repository.js';
import { CliProject, type RunOptions } from './cli-project.js';
import { assertStatus, BASELINE } from './run-cli.js';

/** Has an error at its end, and so much before it that git merges changes to its neighbours. */
function functionOf(name: string, value: string): string {
  return `def ${name}(number: int) -> str:\n    """Say a number."""\n    return ${value}\n\n\n`;
}

/** Functions with one error each; their entries stand side by side, where merging is hardest. */
const MODULE = ['b', 'd', 'f', 'h', 'j'].map((name) => functionOf(name, 'number')).join('');

const FILES: Readonly<Record<string, string>> = {
  'mypy.ini': '[mypy]\nstrict = True\n\n# Above and below\n# is room for more.\n\n[mypy-five.*]\n',
  '.gitignore': '.mypy_cache/\n',
  'one.py': MODULE,
  'two.py': MODULE,
  // Without them mypy would check fewer files than a union of renamed ones names.
  ...Object.fromEntries(['five.py', 'six.py', 'seven.py'].map((path) => [path, 'NUMBER = 1\n'])),
};

/** How a branch brings its baseline up to date. */
export interface BranchOptions extends RunOptions {
  readonly command?: readonly string[];
}

/** The branches `ours` and `theirs` of a project that `mypy-ratchet init` set up on `main`. */
export class TwoBranches {
  readonly project: CliProject;

  private constructor(project: CliProject) {
    this.project = project;
  }

  /** @param options How the baseline of `main` is made. */
  static async create(options: RunOptions = {}): Promise<TwoBranches> {
    const project = await CliProject.create(FILES);
    const init = ['init', '--yes', '--no-github', '--no-pre-commit'];
    assertStatus(await project.check(init, options), 0);
    await commitAll(project.folder.path, 'baseline');
    return new TwoBranches(project);
  }

  /** Changes the code on a branch and commits it with the baseline that follows from it. */
  async branch(
    name: 'ours' | 'theirs',
    change: () => Promise<unknown>,
    { command = ['update'], ...options }: BranchOptions = {},
  ): Promise<void> {
    await this.project.git('checkout', '--quiet', '-b', name, 'main');
    await change();
    assertStatus(await this.project.check(command, options), 0);
    await commitAll(this.project.folder.path, name);
  }

  /** Mends the error in a function. */
  async fix(path: string, name: string): Promise<void> {
    await this.project.folder.edit(
      path,
      functionOf(name, 'number'),
      functionOf(name, 'str(number)'),
    );
  }

  /** Puts a function with an error before another one with an error. */
  async add(path: string, name: string, before: string): Promise<void> {
    const next = functionOf(before, 'number');
    await this.project.folder.edit(path, next, `${functionOf(name, 'number')}${next}`);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.project.git('mv', from, to);
  }

  /** Merges `theirs` into `ours` with nothing but git. Returns what the merged file says. */
  async merge(): Promise<ReadBaseline> {
    await this.project.git('checkout', '--quiet', 'ours');
    await this.project.git('merge', '--quiet', '--no-edit', 'theirs');
    assert.equal(await this.project.git('status', '--porcelain'), '');
    return this.readBaseline();
  }

  async readBaseline(): Promise<ReadBaseline> {
    const read = parseBaseline(await this.project.folder.read(BASELINE));
    assert.ok(read.kind === 'read', JSON.stringify(read));
    return read;
  }

  /** Checks the merged code: nothing in it is new. */
  async assertNothingNew(options: RunOptions = {}): Promise<void> {
    assertStatus(await this.project.check(['check', '--growth', 'off'], options), 0);
  }

  /**
   * Shrinks the merged file. What remains is, byte for byte, what a first baseline of the merged code
   * would say. Returns how many entries went.
   */
  async assertShrinksClean(options: RunOptions = {}): Promise<number> {
    const { folder } = this.project;
    const before = await this.project.entries();
    assertStatus(await this.project.check(['shrink'], options), 0);
    const shrunk = await folder.read(BASELINE);
    await folder.delete(BASELINE);
    assertStatus(await this.project.check(['update'], options), 0);
    assert.equal(shrunk, await folder.read(BASELINE));
    return before.length - (await this.project.entries()).length;
  }

  remove(): Promise<void> {
    return this.project.remove();
  }
}
