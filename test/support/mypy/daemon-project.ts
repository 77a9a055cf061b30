import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckRun } from '../../../src/core/check/check-run.js';
import type { Checker } from '../../../src/mypy/checker/checker.js';
import type { CheckerPorts } from '../../../src/mypy/checker/engine.js';
import type { MypyInvocation } from '../../../src/mypy/configuration/mypy-invocation.js';
import { check, MypyProject, type MypyVersion, preview } from './mypy-project.js';
import { findProcesses, until } from './processes.js';

/** One version at least for each way to speak to a daemon, and the oldest that is promised. */
export const DAEMON_VERSIONS: readonly MypyVersion[] = [
  '1.0.1',
  '1.4.1',
  '1.7.1',
  '1.18.2',
  '1.20.2',
  'newest',
];

/** A project whose checker is explicitly one with a daemon. */
export class DaemonProject {
  readonly project: MypyProject;
  readonly checker: Checker;

  private constructor(project: MypyProject, ports: Partial<CheckerPorts>) {
    this.project = project;
    this.checker = project.checker('daemon', ports);
  }

  /** Not checked yet, so without a daemon. */
  static async create(
    version: MypyVersion,
    files: Readonly<Record<string, string>>,
    overrides: Partial<MypyInvocation> = {},
    ports: Partial<CheckerPorts> = {},
  ): Promise<DaemonProject> {
    return new DaemonProject(await MypyProject.create(version, files, overrides), ports);
  }

  /** Checked once, with a daemon that is ready. */
  static async open(...args: Parameters<typeof DaemonProject.create>): Promise<DaemonProject> {
    const opened = await DaemonProject.create(...args);
    await opened.warm();
    return opened;
  }

  get folder(): MypyProject['folder'] {
    return this.project.folder;
  }

  get log(): string {
    return this.project.log.join('\n');
  }

  /** Runs plain mypy, and waits for the daemon that is started after it. */
  async warm(): Promise<CheckRun> {
    const readyBefore = this.#countReady();
    const run = await check(this.checker);
    await until(() => {
      assert.doesNotMatch(this.log, /without its daemon|is gone/, this.log);
      return this.#countReady() > readyBefore;
    });
    return run;
  }

  /** A check that has to be the daemon's own, or blocked. */
  async preview(forget: readonly string[] = []): Promise<CheckRun> {
    const run = await preview(this.checker, forget);
    if (run.kind === 'complete') assert.equal(run.authority, 'preview', this.log);
    return run;
  }

  /** Process ids of the daemons that run for this project. */
  async pids(): Promise<readonly number[]> {
    const lines = await findProcesses(`--cache-dir ${this.project.invocation.cacheFolder}`);
    return lines
      .filter((line) => line.includes('worker.py daemon'))
      .map((line) => Number(/^\s*(\d+)/.exec(line)?.[1]));
  }

  remove(): Promise<void> {
    return this.project.remove();
  }

  #countReady(): number {
    return this.project.log.filter((line) => line.includes('is ready after')).length;
  }
}

/** Folders of daemons in the system's temporary one. */
export async function listDaemonFolders(): Promise<readonly string[]> {
  const names = await readdir(tmpdir());
  const ours = names.filter((name) => /^mypy-ratchet-\w{6}$/.test(name));
  return ours.map((name) => join(tmpdir(), name)).sort();
}
