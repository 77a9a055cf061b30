import type { CheckRun } from '../core/check/check-run.js';
import { ENGLISH } from '../core/language/language.js';
import { excerpt } from '../core/output/excerpt.js';
import { describeFailure } from '../core/problem/describe-check.js';
import type { Log } from './ports.js';

/** Tells the log how a run ended, with whatever mypy said beside its errors. */
export function describeRun(run: CheckRun, durationMs: number, log: Log): void {
  const duration = `${(durationMs / 1000).toFixed(2)} s`;
  switch (run.kind) {
    case 'complete':
      log.info(
        run.adoption === undefined
          ? `mypy finished in ${duration}: ${run.errors.length} errors`
          : `nothing that mypy read has changed since it ran for another process (${duration}): ${run.errors.length} errors`,
      );
      if (run.noise.length > 0)
        log.warn(`not mypy's own output:\n${excerpt(run.noise.join('\n'))}`);
      break;
    case 'blocked':
      log.warn(
        `mypy was blocked after ${duration}:\n${run.blockers
          .map(({ path, start, message }) => `${path}:${start.line}: ${message}`)
          .join('\n')}`,
      );
      break;
    case 'failed':
      log.error(`${describeFailure(run.failure, ENGLISH)} (after ${duration})`);
      break;
    case 'cancelled':
      log.info(`mypy was ended after ${duration}: a newer check replaces it`);
      return;
  }
  if (run.stderr.trim() !== '') log.warn(`mypy on stderr:\n${excerpt(run.stderr.trimEnd())}`);
}
