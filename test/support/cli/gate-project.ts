import { spawnSync } from 'node:child_process';
import { TemporaryFolder } from '../files/temporary-folder.js';
import { commitAll, git } from '../git/repository.js';
import { interpreterOf } from '../mypy/interpreters.js';
import { createDemoProject } from '../project/demo-project.js';
import {
  assertStatus,
  BASELINE,
  CLI_SCRIPT,
  type CliOptions,
  type CliRun,
  cliEnvironment,
} from './run-cli.js';

export type RunOptions = Partial<Pick<CliOptions, 'cwd' | 'env' | 'input'>>;

/** The demo project with a committed baseline, to which it returns between tests. */
export class GateProject {
  readonly folder: TemporaryFolder;
  /** mypy's caches of all runs. */
  readonly cache: TemporaryFolder;
  #start = '';

  private constructor(folder: TemporaryFolder, cache: TemporaryFolder) {
    this.folder = folder;
    this.cache = cache;
  }

  static async create(): Promise<GateProject> {
    const folder = await TemporaryFolder.create('clï #3');
    const project = new GateProject(folder, await TemporaryFolder.create('cache'));
    await createDemoProject(folder);
    assertStatus(project.run('update'), 0);
    await commitAll(folder.path, 'baseline');
    project.#start = await git(folder.path, 'rev-parse', 'HEAD');
    return project;
  }

  /** Takes the project back to its first commit with a baseline, on `main`; the caches stay. */
  async reset(): Promise<void> {
    const { path } = this.folder;
    await git(path, 'checkout', '--quiet', '--force', '-B', 'main', this.#start);
    await git(path, 'clean', '--quiet', '--force', '-d', '-x');
  }

  /** Starts a branch at HEAD and goes there. */
  async branch(name: string): Promise<void> {
    await git(this.folder.path, 'checkout', '--quiet', '-B', name);
  }

  /** Runs a command with the newest mypy. */
  run(...args: readonly string[]): CliRun {
    return this.runWith({}, ...args);
  }

  runWith(options: RunOptions, ...args: readonly string[]): CliRun {
    return this.runBare(options, ...args, '--interpreter', interpreterOf('newest'));
  }

  /** Runs a command and leaves it to it to find mypy. */
  runBare({ env, input, cwd }: RunOptions, ...args: readonly string[]): CliRun {
    return spawnSync(process.execPath, [CLI_SCRIPT, ...args], {
      cwd: cwd ?? this.folder.path,
      encoding: 'utf8',
      env: cliEnvironment({ cache: this.cache.path, ...(env && { env }) }),
      ...(input !== undefined && { input }),
    });
  }

  readBaseline(): Promise<string> {
    return this.folder.read(BASELINE);
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
