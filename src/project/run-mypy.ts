import type { CheckRun } from '../core/check/check-run.js';
import type { CheckOptions, CheckProgress } from '../mypy/checker/checker.js';
import type { ChangedFiles } from './changed-files.js';
import { describeRun } from './describe-run.js';
import type { Preparation, ProjectPorts } from './ports.js';
import type { UnchangedFiles } from './unchanged-files.js';

/** What one run is asked for. */
export interface RunRequest extends Omit<CheckOptions, 'onProgress'> {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** See `CheckOptions`. */
  readonly forget: readonly string[];
}

/** Who takes part in a run, beside the checker. */
export interface RunParts {
  readonly ports: Pick<ProjectPorts, 'now' | 'log'>;
  readonly changes: ChangedFiles;
  readonly unchanged: UnchangedFiles;
  readonly show: (progress: CheckProgress) => void;
}

/** Has a project checked, and shows meanwhile how far it is. */
export async function runMypy(
  preparation: Preparation,
  { startedAt, ...options }: RunRequest,
  { ports, changes, unchanged, show }: RunParts,
): Promise<CheckRun> {
  const running = preparation.checker.check({ ...options, onProgress: show });
  // After mypy was started: to show it takes some milliseconds too.
  show({ elapsedMs: 0, files: null });
  await unchanged.preload(preparation);
  const run = await running;
  if (run.kind !== 'cancelled') changes.forgot(options.forget);
  describeRun(run, ports.now() - startedAt, ports.log);
  return run;
}
