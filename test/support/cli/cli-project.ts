import assert from 'node:assert/strict';
import { TemporaryFolder } from '../files/temporary-folder.js';
import { commitAll, createRepository, git } from '../git/repository.js';
import { interpreterOf } from '../mypy/interpreters.js';
import type { MypyVersion } from '../mypy/mypy-project.js';
import { BASELINE, type CliOptions, type CliRun, runCli } from './run-cli.js';

export interface RunOptions extends Partial<Omit<CliOptions, 'cache'>> {
  readonly mypy?: MypyVersion;
}

/** A repository with Python files, a cache of its own, and our command line run in it. */
export class CliProject {
  readonly folder: TemporaryFolder;
  readonly #cache: TemporaryFolder;

  private constructor(folder: TemporaryFolder, cache: TemporaryFolder) {
    this.folder = folder;
    this.#cache = cache;
  }

  /** Writes the files and commits them. */
  static async create(
    files: Readonly<Record<string, string>>,
    name = 'clï #3',
  ): Promise<CliProject> {
    const folder = await TemporaryFolder.create(name);
    await folder.writeAll(files);
    await createRepository(folder.path);
    return new CliProject(folder, await TemporaryFolder.create('cache'));
  }

  /** Runs a command with the interpreter of a version of mypy, the newest unless told. */
  check(args: readonly string[], options: RunOptions = {}): Promise<CliRun> {
    const { mypy = 'newest', ...others } = options;
    return this.run([...args, '--interpreter', interpreterOf(mypy)], others);
  }

  /** Runs a command as it stands. */
  run(args: readonly string[], options: Omit<RunOptions, 'mypy'> = {}): Promise<CliRun> {
    return runCli(args, { cwd: this.folder.path, ...options, cache: this.#cache.path });
  }

  /** Writes the first baseline and commits it. */
  async commitBaseline(options: RunOptions = {}): Promise<void> {
    const { status, stderr } = await this.check(['update'], options);
    assert.equal(status, 0, stderr);
    await commitAll(this.folder.path, 'baseline');
  }

  /** The entries of the baseline on disk, without the header, as they stand in the file. */
  async entries(): Promise<readonly string[]> {
    const lines = (await this.folder.read(BASELINE)).trimEnd().split('\n');
    return lines.slice(1);
  }

  git(...args: readonly string[]): Promise<string> {
    return git(this.folder.path, ...args);
  }

  async remove(): Promise<void> {
    await this.folder.remove();
    await this.#cache.remove();
  }
}
