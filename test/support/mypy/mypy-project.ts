import { strict as assert } from 'node:assert';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CheckRun } from '../../../src/core/check/check-run.js';
import type { Checker } from '../../../src/mypy/checker/checker.js';
import { createChecker, type Engine } from '../../../src/mypy/checker/create-checker.js';
import type { CheckerPorts } from '../../../src/mypy/checker/engine.js';
import type { MypyInvocation } from '../../../src/mypy/configuration/mypy-invocation.js';
import type { MypyEnvironment } from '../../../src/mypy/interpreter/environment.js';
import { findMypyEnvironment } from '../../../src/mypy/interpreter/find-environment.js';
import { createProbe } from '../../../src/mypy/interpreter/probe.js';
import type { WorkerProcess } from '../../../src/mypy/worker/worker-process.js';
import { TemporaryFolder } from '../files/temporary-folder.js';
import { interpreterOf, type MypyVersion } from './interpreters.js';

/** The worker as it stands in the sources. */
export const WORKER_SCRIPT = resolve('src/mypy/worker/worker.py');

const known = new Map<MypyVersion, Promise<MypyEnvironment>>();

/** What the interpreter of a version says about itself. */
export function environmentOf(version: MypyVersion): Promise<MypyEnvironment> {
  const found = known.get(version) ?? probe(version);
  known.set(version, found);
  return found;
}

async function probe(version: MypyVersion): Promise<MypyEnvironment> {
  const folder = tmpdir();
  const setting = interpreterOf(version);
  const found = await findMypyEnvironment(
    { folder, root: folder, repositoryRoot: null, setting, chosen: [] },
    new AbortController().signal,
    createProbe(folder, process.env, WORKER_SCRIPT),
  );
  assert.equal(found.kind, 'found', JSON.stringify(found));
  await found.worker?.kill();
  return found.environment;
}

/** A folder with Python files and a cache, and checkers on it that end with it. */
export class MypyProject {
  readonly folder: TemporaryFolder;
  readonly invocation: MypyInvocation;
  readonly log: string[] = [];
  readonly #checkers: Checker[] = [];

  private constructor(folder: TemporaryFolder, invocation: MypyInvocation) {
    this.folder = folder;
    this.invocation = invocation;
  }

  static async create(
    version: MypyVersion,
    files: Readonly<Record<string, string>>,
    overrides: Partial<MypyInvocation> = {},
    name?: string,
  ): Promise<MypyProject> {
    const folder = await TemporaryFolder.create(name);
    await folder.writeAll(files);
    const { cacheFolder = await createCache() } = overrides;
    return new MypyProject(folder, {
      environment: await environmentOf(version),
      root: folder.path,
      configFile: undefined,
      args: [],
      targets: ['.'],
      ...overrides,
      cacheFolder,
    });
  }

  /** The same folder and cache with another invocation. */
  reopen(overrides: Partial<MypyInvocation>): MypyProject {
    return new MypyProject(this.folder, { ...this.invocation, ...overrides });
  }

  /** @param first The process for the first check, from {@link ask}. */
  checker(engine: Engine, ports: Partial<CheckerPorts> = {}, first?: WorkerProcess): Checker {
    const ownPorts = {
      workerScript: WORKER_SCRIPT,
      log: (line: string) => this.log.push(line),
      ...ports,
    };
    const checker = createChecker(this.invocation, engine, ownPorts, first);
    this.#checkers.push(checker);
    return checker;
  }

  /** The process of an interpreter that has said which mypy it has, and waits to become it. */
  async ask(
    workerScript = WORKER_SCRIPT,
    env: Readonly<Record<string, string | undefined>> = process.env,
  ): Promise<WorkerProcess> {
    const { root, environment } = this.invocation;
    const probe = createProbe(root, env, workerScript);
    const probed = await probe(environment.interpreter, new AbortController().signal);
    assert.ok(probed.kind === 'mypy' && probed.worker !== undefined, JSON.stringify(probed));
    const { origin, ...expected } = environment;
    assert.deepEqual(probed.environment, expected);
    return probed.worker;
  }

  async remove(): Promise<void> {
    await this.removeCache();
    await this.folder.remove();
  }

  /** Ends the checkers, and leaves the folder alone. */
  async removeCache(): Promise<void> {
    await Promise.all(this.#checkers.map((checker) => checker.dispose()));
    await rm(this.invocation.cacheFolder, { recursive: true, force: true });
  }
}

async function createCache(): Promise<string> {
  return mkdtemp(join(await realpath(tmpdir()), 'mypy-ratchet-cache-'));
}

/** One check that nobody cancels. */
export function check(checker: Checker, forget: readonly string[] = []): Promise<CheckRun> {
  return checker.check({ signal: new AbortController().signal, forget });
}

/** One check that nobody cancels, and that may be a preview. */
export function preview(checker: Checker, forget: readonly string[] = []): Promise<CheckRun> {
  return checker.check({ signal: new AbortController().signal, forget, authority: 'any' });
}

/** The errors of a run that has to be complete, as `path:line code`. */
export function errorsOf(run: CheckRun): readonly string[] {
  assert.equal(run.kind, 'complete', JSON.stringify(run));
  return run.errors.map(({ path, start, code }) => `${path}:${start.line} ${code}`);
}
