import type { BaselineEnvironment } from '../core/baseline/baseline.js';
import type { Preparation, ProjectPorts } from './ports.js';

/** What a baseline's header says of the runs that were prepared; null when mypy ran elsewhere. */
export function environmentOf({
  environment,
  configHash,
  targets,
}: Preparation): BaselineEnvironment | null {
  if (environment === null) return null;
  return {
    mypy: environment.mypyVersion,
    python: environment.pythonVersion,
    platform: environment.platform,
    config: configHash,
    targets,
  };
}

/** The environment in which mypy would run now; null where something is missing for that. */
export async function findEnvironment(
  ports: Pick<ProjectPorts, 'prepare'>,
): Promise<BaselineEnvironment | null> {
  const prepared = await ports.prepare(new AbortController().signal);
  if (prepared.kind === 'problem') return null;
  await prepared.preparation.checker.dispose();
  return environmentOf(prepared.preparation);
}
