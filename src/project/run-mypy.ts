import type { CheckRun } from '../core/check/check-run.js';
import type { CheckOptions, CheckProgress } from '../mypy/checker/checker.js';
import type { ChangedFiles } from './changed-files.js';
import type { EarlyPicture } from './early-picture.js';
import type { Preparation } from './ports.js';
import type { UnchangedFiles } from './unchanged-files.js';

/** Who takes part in a run, beside the checker. */
export interface RunParts {
  readonly changes: ChangedFiles;
  readonly unchanged: UnchangedFiles;
  readonly early: EarlyPicture;
  readonly show: (progress: CheckProgress) => void;
}

/** Has a project checked, and shows meanwhile how far it is and what is known already. */
export async function runMypy(
  preparation: Preparation,
  options: CheckOptions,
  { changes, unchanged, early, show }: RunParts,
): Promise<CheckRun> {
  const running = preparation.checker.check({
    ...options,
    early: early.listener(changes.editedPaths),
    onProgress: show,
  });
  // After mypy was started: to show it takes some milliseconds too.
  show({ elapsedMs: 0, files: null });
  await unchanged.preload(preparation);
  const run = await running;
  await early.end(run.kind === 'complete');
  if (run.kind !== 'cancelled') changes.forgot(options.forget ?? []);
  return run;
}
