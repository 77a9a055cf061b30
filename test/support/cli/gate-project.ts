import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { TemporaryFolder } from '../files/temporary-folder.js';
import { commitAll, git } from '../git/repository.js';
import { interpreterOf } from '../mypy/interpreters.js';
import { createDemoProject } from '../project/demo-project.js';
import { REPOSITORY } from '../server/language-client.js';

export const BASELINE = 'mypy-baseline.jsonl';

/** How the command line ended, and what it said. */
export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Beside the few variables that every run has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input. */
  readonly input?: string;
  /** Absolute; the project's folder when absent. */
  readonly cwd?: string;
}

/** All that is passed on: where a service runs the tests, its variables name a target branch. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG'];

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
    const { status, stderr } = project.run('update');
    assert.equal(status, 0, stderr);
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
    const inherited = INHERITED.map((name) => [name, process.env[name]]);
    return spawnSync(process.execPath, [join(REPOSITORY, 'dist', 'cli.js'), ...args], {
      cwd: cwd ?? this.folder.path,
      encoding: 'utf8',
      env: {
        ...Object.fromEntries(inherited),
        GIT_CONFIG_GLOBAL: '/dev/null',
        XDG_CACHE_HOME: this.cache.path,
        ...env,
      },
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

/** Fails, with all that was said, when a run did not end as expected. */
export function assertStatus(run: CliRun, status: number): void {
  assert.equal(run.status, status, `${run.stdout}\n${run.stderr}`);
}
