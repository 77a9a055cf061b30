import type { ChosenPython, RejectedInterpreter } from '../../core/problem/problem.js';
import type { WorkerProcess } from '../worker/worker-process.js';
import { type Candidate, listCandidates, resolveSetting } from './candidates.js';
import type { MypyEnvironment } from './environment.js';
import type { Probe } from './probe.js';
import { type Surroundings, systemSurroundings } from './surroundings.js';

/** What decides where to look for an interpreter. */
export interface EnvironmentSearch {
  /** Absolute; the workspace folder, for `${workspaceFolder}` and relative settings. */
  readonly folder: string;
  /** Absolute; the project root (the folder of mypy's configuration). */
  readonly root: string;
  /** Absolute; where looking for `.venv` in parents stops. Null when there is no repository. */
  readonly repositoryRoot: string | null;
  /** `mypyRatchet.interpreter`: an interpreter or a virtual environment's folder; may be empty. */
  readonly setting: string;
  /** What was chosen elsewhere, the strongest choice first. */
  readonly chosen: readonly ChosenPython[];
}

/** The interpreter that runs mypy, or why there is none. */
export type FoundEnvironment =
  | {
      readonly kind: 'found';
      readonly environment: MypyEnvironment;
      /** See {@link Probed}. */
      readonly packageFolder: string;
      /** See {@link Probed}. */
      readonly worker?: WorkerProcess;
      readonly rejected: readonly RejectedInterpreter[];
    }
  | { readonly kind: 'none'; readonly rejected: readonly RejectedInterpreter[] };

/**
 * The first interpreter that has a mypy we can use. An explicit setting that fails is final: to
 * take another mypy than the person asked for would count other errors. Without one the order is:
 * what was chosen in other extensions, `.venv` and `venv` in the project, VIRTUAL_ENV and CONDA_PREFIX,
 * PATH, and the interpreter of the `mypy` script on PATH. When `signal` aborts, the search ends
 * with what it has rejected so far.
 */
export async function findMypyEnvironment(
  search: EnvironmentSearch,
  signal: AbortSignal,
  probe: Probe,
  surroundings: Surroundings = systemSurroundings(),
): Promise<FoundEnvironment> {
  const candidates =
    search.setting.trim() === ''
      ? listCandidates(search, surroundings)
      : [await resolveSetting(search, surroundings)];
  const rejected: RejectedInterpreter[] = [];
  const seen = new Set<string>();
  for await (const candidate of candidates) {
    const { interpreter, origin } = candidate;
    if (seen.has(interpreter)) continue;
    seen.add(interpreter);
    const probed = await look(candidate, signal, surroundings, probe);
    if (probed.kind === 'mypy') {
      const environment = { ...probed.environment, origin };
      return { ...probed, kind: 'found', environment, rejected };
    }
    if (signal.aborted) break;
    rejected.push({ interpreter, origin, why: probed.why, detail: probed.detail });
  }
  return { kind: 'none', rejected };
}

async function look(
  { interpreter, isChosen }: Candidate,
  signal: AbortSignal,
  surroundings: Surroundings,
  probe: Probe,
): ReturnType<Probe> {
  if (isChosen && (await surroundings.kindOf(interpreter)) !== 'file') {
    return { kind: 'rejected', why: 'not-found', detail: '' };
  }
  return probe(interpreter, signal);
}
