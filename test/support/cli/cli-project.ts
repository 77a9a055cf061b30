import { TemporaryFolder } from '../files/temporary-folder.js';
import { commitAll, createRepository, git } from '../git/repository.js';
import { interpreterOf, type MypyVersion } from '../mypy/interpreters.js';
import { createDemoProject } from '../project/demo-project.js';
import { assertStatus, BASELINE, type CliOptions, type CliRun, runCli } from './run-cli.js';

export interface RunOptions extends Partial<Omit<CliOptions, 'cache'>> {
  readonly mypy?: MypyVersion;
}

const FOLDER = 'clï #3';

/** A repository with Python files, a cache of its own, and our command line run in it. */
export class CliProject {
  readonly folder: TemporaryFolder;
  /** mypy's caches of all runs. */
  readonly cache: TemporaryFolder;
  #start = '';

  private constructor(folder: TemporaryFolder, cache: TemporaryFolder) {
    this.folder = folder;
    this.cache = cache;
  }

  /** Writes the files and commits them. */
  static async create(files: Readonly<Record<string, string>>, name = FOLDER): Promise<CliProject> {
    const folder = await TemporaryFolder.create(name);
    await folder.writeAll(files);
    await createRepository(folder.path);
    return new CliProject(folder, await TemporaryFolder.create('cache'));
  }

  /** The demo project with a committed baseline, to which it can return. */
  static async demo(): Promise<CliProject> {
    const folder = await TemporaryFolder.create(FOLDER);
    await createDemoProject(folder);
    const project = new CliProject(folder, await TemporaryFolder.create('cache'));
    await project.commitBaseline();
    project.#start = await project.git('rev-parse', 'HEAD');
    return project;
  }

  /** Takes the demo back to its first commit with a baseline, on `main`; the caches stay. */
  async reset(): Promise<void> {
    await this.git('checkout', '--quiet', '--force', '-B', 'main', this.#start);
    await this.git('clean', '--quiet', '--force', '-d', '-x');
  }

  /** Runs a command with the interpreter of a version of mypy, the newest unless told. */
  check(args: readonly string[], options: RunOptions = {}): Promise<CliRun> {
    const { mypy = 'newest', ...others } = options;
    return this.run([...args, '--interpreter', interpreterOf(mypy)], others);
  }

  /** Runs a command as it stands, and leaves it to it to find mypy. */
  run(args: readonly string[], options: Omit<RunOptions, 'mypy'> = {}): Promise<CliRun> {
    return runCli(args, { cwd: this.folder.path, ...options, cache: this.cache.path });
  }

  /** Writes the first baseline and commits it. */
  async commitBaseline(options: RunOptions = {}): Promise<void> {
    assertStatus(await this.check(['update'], options), 0);
    await this.commit('baseline');
  }

  readBaseline(): Promise<string> {
    return this.folder.read(BASELINE);
  }

  /** The entries of the baseline on disk, without the header, as they stand in the file. */
  async entries(): Promise<readonly string[]> {
    const lines = (await this.readBaseline()).trimEnd().split('\n');
    return lines.slice(1);
  }

  git(...args: readonly string[]): Promise<string> {
    return git(this.folder.path, ...args);
  }

  /** Starts a branch at HEAD and goes there. */
  async branch(name: string): Promise<void> {
    await this.git('checkout', '--quiet', '-B', name);
  }

  /** Commits what stands in the folder. */
  commit(message: string): Promise<void> {
    return commitAll(this.folder.path, message);
  }

  async remove(): Promise<void> {
    await this.folder.remove();
    await this.cache.remove();
  }
}
