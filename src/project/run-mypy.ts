import type { Adoption, CheckRun } from '../core/check/check-run.js';
import type { CheckOptions, CheckProgress } from '../mypy/checker/checker.js';
import type { ChangedFiles } from './changed-files.js';
import { Deferred } from './deferred.js';
import { describeRun } from './describe-run.js';
import type { EarlyPicture } from './early-picture.js';
import type { Preparation, ProjectPorts } from './ports.js';
import type { TimeLimit } from './time-limit.js';
import type { UnchangedFiles } from './unchanged-files.js';

/** What one run is asked for. */
export interface RunRequest
  extends Omit<CheckOptions, 'onStarted' | 'onProgress' | 'timeoutMs' | 'early'> {
  /** See `CheckOptions`. */
  readonly forget: readonly string[];
}

/** Who takes part in a run, beside the checker. */
export interface RunParts {
  readonly ports: Pick<ProjectPorts, 'clock' | 'log' | 'foresee'>;
  readonly changes: ChangedFiles;
  readonly unchanged: UnchangedFiles;
  readonly limit: TimeLimit;
  readonly early: EarlyPicture;
  readonly show: (progress: CheckProgress) => void;
}

/** A run, and how many milliseconds mypy took, perhaps in another process. */
export interface TimedRun {
  readonly run: CheckRun;
  readonly durationMs: number;
}

/** What is known of a run that another process made; undefined for one of our own. */
export function adoptionOf(run: CheckRun): Adoption | undefined {
  return run.kind === 'complete' || run.kind === 'blocked' ? run.adoption : undefined;
}

/** Has a project checked, and shows meanwhile how far it is and what is known already. */
export async function runMypy(
  preparation: Preparation,
  options: RunRequest,
  { ports, changes, unchanged, limit, early, show }: RunParts,
): Promise<TimedRun> {
  const begin = ports.clock();
  const started = new Deferred();
  const running = preparation.checker.check({
    ...options,
    timeoutMs: limit.ms,
    early: early.listener(changes.editedPaths),
    onStarted: () => started.resolve(),
    onProgress: (progress) => {
      if (progress.elapsedMs > 0) show(progress);
    },
  });
  show({ elapsedMs: 0, files: null });
  // From then on mypy has a processor of its own, and before it would have to wait for this one.
  const ahead = Promise.race([started.promise, running])
    .then(() => ports.foresee())
    .then(() => unchanged.preload(preparation));
  // Awaited together: a run that fails meanwhile has to be heard.
  const [run] = await Promise.all([running, ahead]);
  await early.end(run.kind === 'complete');
  if (run.kind !== 'cancelled') changes.forgot(options.forget);
  const durationMs = adoptionOf(run)?.durationMs ?? ports.clock() - begin;
  limit.note(run, durationMs);
  describeRun(run, durationMs, ports.log);
  return { run, durationMs };
}
