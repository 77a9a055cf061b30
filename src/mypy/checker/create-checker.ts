import { isAtLeast } from '../../core/output/version.js';
import { formatCommand } from '../command/format-command.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import type { WorkerProcess } from '../worker/worker-process.js';
import type { Checker } from './checker.js';
import { type CheckerPorts, describeMypy } from './engine.js';
import { FreshCacheChecker } from './fresh-cache-checker.js';
import { PrewarmedChecker } from './prewarmed-checker.js';
import { ProcessChecker } from './process-checker.js';

export type { CheckerPorts };

/**
 * The checker for an invocation. `auto` is prewarmed from mypy 1.19.1 on, which is the first that
 * caches files with errors; before, a check of a project in debt takes so long that the start-up
 * does not count, and a plain process is the simpler thing.
 *
 * @param first A worker that was started already: the first check is its. It ends with the checker.
 */
export function createChecker(
  invocation: MypyInvocation,
  engine: 'auto' | 'prewarmed' | 'process',
  ports: CheckerPorts,
  first?: WorkerProcess,
): Checker {
  const { mypyVersion } = invocation.environment;
  const isPrewarmed = engine === 'auto' ? isAtLeast(mypyVersion, 1, 19, 1) : engine === 'prewarmed';
  const checker = isPrewarmed
    ? new PrewarmedChecker(invocation, ports, first)
    : new ProcessChecker(invocation, ports, first);
  const { command, args, cwd } = describeMypy(invocation, ports);
  ports.log(`mypy runs as (${checker.engine}): ${formatCommand(command, args, cwd)}`);
  return new FreshCacheChecker(checker, invocation.cacheFolder, ports.log);
}
