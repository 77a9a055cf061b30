import type { RejectedInterpreter } from '../../core/problem/problem.js';
import { findOnPath, pathOf } from '../interpreter/candidates.js';
import type { Surroundings } from '../interpreter/surroundings.js';
import type { BareEnvironment, InstallFacts, Manager } from './plan-install.js';

/** Where mypy is to be installed. Paths absolute. */
export interface InstallSearch {
  readonly root: string;
  readonly repositoryRoot: string | null;
  /** What was looked at and has no mypy, the strongest choice first. */
  readonly rejected: readonly RejectedInterpreter[];
  readonly version: string;
}

/** What managers keep beside what they manage; the first that is there counts. */
const MANAGED: readonly (readonly [Manager, string])[] = [
  ['uv', 'uv.lock'],
  ['poetry', 'poetry.lock'],
  ['pdm', 'pdm.lock'],
  ['pipenv', 'Pipfile'],
];

/** Looks at files only; nothing is run. */
export async function readInstallFacts(
  { root, repositoryRoot, rejected, version }: InstallSearch,
  surroundings: Surroundings,
): Promise<InstallFacts> {
  const bare = rejected.find(mayGetMypy);
  const [manager, environment, ...found] = await Promise.all([
    findManager(root, repositoryRoot, surroundings),
    bare === undefined ? null : describe(bare, surroundings),
    ...PROGRAMS.map((name) => findProgram(name, surroundings)),
  ]);
  const programs = Object.fromEntries(
    PROGRAMS.flatMap((name, index) => (found[index] === undefined ? [] : [[name, found[index]]])),
  );
  return { root, manager, programs, environment, version };
}

const PROGRAMS = ['uv', 'poetry', 'pdm', 'pipenv', 'conda'] as const;

/** The one on PATH is the system's, unless somebody chose it. */
function mayGetMypy({ why, origin }: RejectedInterpreter): boolean {
  const isOwn = origin !== 'path' && origin !== 'mypy-script';
  return isOwn && (why === 'no-mypy' || why === 'too-old');
}

async function findManager(
  root: string,
  repositoryRoot: string | null,
  { kindOf, platform }: Surroundings,
): Promise<Manager | null> {
  const path = pathOf(platform);
  // A workspace of several packages keeps one lock at its top.
  for (const folder of new Set([root, repositoryRoot ?? root])) {
    for (const [manager, file] of MANAGED) {
      if ((await kindOf(path.join(folder, file))) === 'file') return manager;
    }
  }
  return null;
}

async function describe(
  { interpreter, origin }: RejectedInterpreter,
  { kindOf, platform, readEdges }: Surroundings,
): Promise<BareEnvironment> {
  const path = pathOf(platform);
  const folder = path.dirname(interpreter);
  // Windows has conda's python.exe in the environment's own folder.
  for (const prefix of [path.dirname(folder), folder]) {
    const settings = path.join(prefix, 'pyvenv.cfg');
    if ((await kindOf(settings)) === 'file') {
      const madeByUv = /^uv\s*=/m.test(await readEdges(settings));
      return { interpreter, origin, kind: { name: 'venv', madeByUv } };
    }
    if ((await kindOf(path.join(prefix, 'conda-meta'))) === 'folder') {
      return { interpreter, origin, kind: { name: 'conda', prefix } };
    }
  }
  return { interpreter, origin, kind: { name: 'plain' } };
}

function findProgram(name: string, surroundings: Surroundings): Promise<string | undefined> {
  // Windows starts no `.bat` without a shell, and none is used.
  return findOnPath(surroundings.platform === 'win32' ? `${name}.exe` : name, surroundings);
}
