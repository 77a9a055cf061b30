import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckRun } from '../../../src/core/check/check-run.js';
import type { Checker } from '../../../src/mypy/checker/checker.js';
import { type CheckerPorts, describeDaemon } from '../../../src/mypy/checker/engine.js';
import type { MypyInvocation } from '../../../src/mypy/configuration/mypy-invocation.js';
import { DaemonProcess } from '../../../src/mypy/daemon/daemon-process.js';
import { DaemonSession } from '../../../src/mypy/daemon/daemon-session.js';
import { chooseVersions, type MypyVersion } from './interpreters.js';
import { check, MypyProject, preview, WORKER_SCRIPT } from './mypy-project.js';
import { findProcesses, until } from './processes.js';

/** The matrix has the others; from 1.20 on, which is spoken to in a third way, `auto` has no daemon. */
export const DAEMON_VERSIONS = chooseVersions(['1.4.1', '1.18.2']);

/** One for each way to speak to a daemon. */
export const SPOKEN_VERSIONS = chooseVersions(['1.4.1', '1.18.2', 'newest']);

/** A daemon as the system's list of processes shows it. */
export interface RunningDaemon {
  readonly pid: number;
  /** Absolute; where its status file and its socket are. */
  readonly folder: string;
}

/** A project whose checker is explicitly one with a daemon. */
export class DaemonProject {
  readonly project: MypyProject;
  readonly checker: Checker;
  readonly #ports: CheckerPorts;

  private constructor(project: MypyProject, ports: Partial<CheckerPorts>) {
    this.project = project;
    this.checker = project.checker('daemon', ports);
    this.#ports = { workerScript: WORKER_SCRIPT, log: (line) => project.log.push(line), ...ports };
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

  /** Waits until it is known whether there will be a daemon. */
  settled(): Promise<void> {
    return until(() => /without its daemon|is ready after/.test(this.log));
  }

  /** A check that has to be the daemon's own, or blocked. */
  async preview(forget: readonly string[] = []): Promise<CheckRun> {
    const run = await preview(this.checker, forget);
    if (run.kind === 'complete') assert.equal(run.authority, 'preview', this.log);
    return run;
  }

  /** The daemons that run for this project. */
  async daemons(): Promise<readonly RunningDaemon[]> {
    const lines = await findProcesses(`--cache-dir ${this.project.invocation.cacheFolder}`);
    return lines.flatMap((line) => {
      const [, pid, folder] = /^\s*(\d+) .* daemon (\S+) --timeout/.exec(line) ?? [];
      return folder === undefined ? [] : [{ pid: Number(pid), folder }];
    });
  }

  async signal(name: NodeJS.Signals): Promise<void> {
    for (const { pid } of await this.daemons()) process.kill(pid, name);
  }

  /** A daemon without a checker, which the test has to end. */
  session(): DaemonSession {
    return new DaemonSession(this.project.invocation, this.#ports);
  }

  /** A daemon that listens and was asked nothing; as {@link session}. */
  async process(): Promise<DaemonProcess> {
    const { signal } = new AbortController();
    const daemon = await DaemonProcess.start(this.project.invocation, this.#ports, signal);
    assert.ok(daemon instanceof DaemonProcess, JSON.stringify(daemon));
    return daemon;
  }

  /** The process of a daemon, with a parent that can let go of it. */
  async orphan(): Promise<{ readonly child: ChildProcess; readonly folder: string }> {
    const folder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-orphan-'));
    const { command, args, cwd } = describeDaemon(this.project.invocation, this.#ports, folder, 60);
    const child = spawn(command, args, { cwd, stdio: ['pipe', 'ignore', 'ignore'] });
    return { child, folder };
  }

  remove(): Promise<void> {
    return this.project.remove();
  }

  #countReady(): number {
    return this.project.log.filter((line) => line.includes('is ready after')).length;
  }
}
