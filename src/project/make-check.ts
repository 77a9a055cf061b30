import type { ErrorNamer } from '../core/error/error-id.js';
import type { LocatedError, MypyError } from '../core/error/mypy-error.js';
import { environmentOf } from './environment-of.js';
import type { Preparation, ProjectPorts } from './ports.js';
import type { CompleteCheck } from './reconciler.js';
import type { CompleteRun } from './run-problems.js';
import type { UnchangedFiles } from './unchanged-files.js';

/** What it takes to place and name errors. */
export interface CheckParts {
  readonly ports: Pick<ProjectPorts, 'locate' | 'now'>;
  readonly unchanged: UnchangedFiles;
  readonly namer: ErrorNamer;
}

/** What a complete run found, with its places in the source; errors of unchanged files set aside. */
export async function makeCheck(
  { errors: found, checkedFiles, authority }: CompleteRun,
  preparation: Preparation,
  durationMs: number,
  { ports, unchanged: unchangedFiles, namer }: CheckParts,
): Promise<CompleteCheck> {
  const aside = await unchangedFiles.find(found);
  const unchanged = found.filter(({ path }) => aside.has(path));
  const rest = unchanged.length === 0 ? found : found.filter(({ path }) => !aside.has(path));
  const errors = await locateErrors(rest, preparation, ports);
  const environment = environmentOf(preparation);
  const times = { checkedAt: ports.now(), durationMs };
  const ids = namer.name(errors);
  return { errors, ids, unchanged, environment, ...times, checkedFiles, authority };
}

/** Places errors in the source as the mypy that found them counts columns. */
export function locateErrors(
  errors: readonly MypyError[],
  { environment }: Preparation,
  ports: Pick<ProjectPorts, 'locate'>,
): Promise<readonly LocatedError[]> {
  return ports.locate(errors, environment?.mypyVersion ?? null);
}
