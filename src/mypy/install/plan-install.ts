import type { InterpreterOrigin } from '../../core/problem/problem.js';

/** The Python that is to get mypy. */
export interface BareEnvironment {
  /** Absolute. */
  readonly interpreter: string;
  readonly origin: InterpreterOrigin;
  readonly kind:
    | { readonly name: 'venv'; readonly madeByUv: boolean }
    /** `prefix`: its absolute folder. */
    | { readonly name: 'conda'; readonly prefix: string }
    /** The system's, or somebody's own build. */
    | { readonly name: 'plain' };
}

/** What decides how a project installs things. */
export interface InstallFacts {
  /** Absolute; the project's root. */
  readonly root: string;
  /** What manages its environment, by the file that it keeps, if any. */
  readonly manager: Manager | null;
  /** Absolute paths of the programs that are on PATH. */
  readonly programs: Readonly<Partial<Record<Manager | 'conda', string>>>;
  /** The first interpreter that somebody chose or that lies in the project; null for none. */
  readonly environment: BareEnvironment | null;
  /** The mypy that wrote the project's baseline, as that counts; empty for the newest. */
  readonly version: string;
}

export type Manager = 'uv' | 'poetry' | 'pdm' | 'pipenv';

/** How mypy gets into an environment: one program, without a shell. */
export interface InstallPlan {
  /** `mypy==2.4.1`. */
  readonly requirement: string;
  /** The Python that gets it, absolute; null where a manager makes the environment. */
  readonly interpreter: string | null;
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
}

const ADD: Readonly<Record<Manager, readonly string[]>> = {
  uv: ['add', '--dev'],
  poetry: ['add', '--group', 'dev'],
  pdm: ['add', '--dev'],
  pipenv: ['install', '--dev'],
};

/**
 * The environment's own installer, so that what a project declares stays true: its manager where there
 * is one, unless the person chose another environment for mypy; else what made the environment. Null
 * where there is none but the system's Python, which belongs to the system.
 */
export function planInstall(facts: InstallFacts): InstallPlan | null {
  const { environment, manager, programs, root: cwd } = facts;
  const requirement = facts.version === '' ? 'mypy' : `mypy==${facts.version}`;
  const program = manager === null ? undefined : programs[manager];
  if (manager !== null && program !== undefined && environment?.origin !== 'setting') {
    const args = [...ADD[manager], requirement];
    return { requirement, interpreter: null, command: program, args, cwd };
  }
  if (environment === null) return null;
  const { interpreter, kind } = environment;
  const plan = (command: string, ...args: readonly string[]): InstallPlan => {
    return { requirement, interpreter, command, args, cwd };
  };
  if (kind.name === 'conda' && programs.conda !== undefined) {
    // conda writes a version with one `=`, and the newest is with its community.
    const spec = requirement.replace('==', '=');
    const where = ['--prefix', kind.prefix, '--channel', 'conda-forge'];
    return plan(programs.conda, 'install', '--yes', ...where, spec);
  }
  if (kind.name === 'venv' && kind.madeByUv && programs.uv !== undefined) {
    return plan(programs.uv, 'pip', 'install', '--python', interpreter, requirement);
  }
  return plan(interpreter, '-m', 'pip', 'install', requirement);
}
