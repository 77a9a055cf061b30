import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MypyEnvironment } from '../../../src/mypy/interpreter/environment.js';
import { createProbe } from '../../../src/mypy/interpreter/probe.js';
import { WORKER_SCRIPT } from '../../../test/support/mypy/mypy-project.js';
import { run } from '../../run.js';

/** What mypy is to see of the world beside the package. */
export interface EnvironmentRequest {
  /** The interpreter that has the mypy to use. */
  readonly python: string;
  /** What is installed beside the same mypy, as pip takes it; with nothing it is `python` itself. */
  readonly installs: readonly string[];
  /** Absolute path of the folder in which virtual environments are kept. */
  readonly downloads: string;
}

/**
 * The environment that is asked for; made when it is not there yet.
 *
 * @throws Error when the interpreter has no mypy, or pip fails.
 */
export async function prepareEnvironment(request: EnvironmentRequest): Promise<MypyEnvironment> {
  const { python, installs, downloads } = request;
  const base = await probeInterpreter(python);
  if (installs.length === 0) return base;
  const wanted = JSON.stringify([base.mypyVersion, base.pythonVersion, ...installs]);
  const digits = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const folder = join(downloads, `collect-${digits}`);
  const interpreter =
    process.platform === 'win32'
      ? join(folder, 'Scripts', 'python.exe')
      : join(folder, 'bin', 'python');
  // A virtual environment cannot be moved, so a mark tells a whole one from one cut off.
  const mark = join(folder, 'whole');
  if (!existsSync(mark)) {
    await mkdir(downloads, { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await run([base.interpreter, '-m', 'venv', folder], downloads);
    const packages = [`mypy==${base.mypyVersion}`, ...installs];
    await run([interpreter, '-m', 'pip', 'install', '--quiet', ...packages], folder);
    await mkdir(mark);
  }
  return probeInterpreter(interpreter);
}

async function probeInterpreter(interpreter: string): Promise<MypyEnvironment> {
  const probe = createProbe(process.cwd(), process.env, WORKER_SCRIPT);
  const probed = await probe(interpreter, new AbortController().signal);
  if (probed.kind === 'mypy') {
    await probed.worker?.kill();
    return { ...probed.environment, origin: 'setting' };
  }
  throw new Error(`${interpreter} cannot be used (${probed.why}): ${probed.detail}`);
}
