import type { CheckRun } from '../core/check/check-run.js';
import type { ErrorNamer } from '../core/error/error-id.js';
import type { LocatedError } from '../core/error/mypy-error.js';
import { environmentOf } from './environment-of.js';
import type { Preparation, ProjectPorts } from './ports.js';
import type { CompleteCheck } from './reconciler.js';
import type { CompleteRun, RunTimes } from './run-problems.js';
import type { UnchangedFiles } from './unchanged-files.js';

/** Who tells what of a run's errors. */
export interface CheckParts {
  readonly ports: Pick<ProjectPorts, 'locate' | 'now'>;
  readonly unchanged: UnchangedFiles;
  readonly namer: ErrorNamer;
}

/** What a complete run found, with all that the sources say of it. */
export async function completeCheck(
  run: CompleteRun,
  preparation: Preparation,
  { durationMs }: RunTimes,
  { ports, unchanged: files, namer }: CheckParts,
): Promise<CompleteCheck> {
  const aside = await files.find(run.errors);
  const unchanged = run.errors.filter(({ path }) => aside.has(path));
  const rest =
    unchanged.length === 0 ? run.errors : run.errors.filter(({ path }) => !aside.has(path));
  const errors = await ports.locate(rest, preparation.environment?.mypyVersion ?? null);
  return {
    errors,
    ids: namer.name(errors),
    unchanged,
    environment: environmentOf(preparation),
    checkedAt: ports.now(),
    durationMs,
    checkedFiles: run.checkedFiles,
    authority: run.authority,
  };
}

/** The errors that kept mypy from checking, if that is how a run ended. */
export function locateBlockers(
  run: CheckRun,
  { environment }: Preparation,
  ports: Pick<ProjectPorts, 'locate'>,
): Promise<readonly LocatedError[]> {
  const blockers = run.kind === 'blocked' ? run.blockers : [];
  return ports.locate(blockers, environment?.mypyVersion ?? null);
}
