import { isAtLeast } from '../../core/output/version.js';
import { formatCommand } from '../command/format-command.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import { readMypyOptions } from '../configuration/mypy-options.js';
import { DaemonChecker } from '../daemon/daemon-checker.js';
import { findObstacle } from '../daemon/daemon-obstacle.js';
import { DaemonSession } from '../daemon/daemon-session.js';
import type { WorkerProcess } from '../worker/worker-process.js';
import { AddedSubmoduleChecker } from './added-submodule-checker.js';
import { AdoptingChecker } from './adopting-checker.js';
import type { Checker } from './checker.js';
import { CountingChecker } from './counting-checker.js';
import { type CheckerPorts, describeMypy } from './engine.js';
import { ExclusiveChecker } from './exclusive-checker.js';
import { CACHES_ERRORS } from './explain-engine.js';
import { FreshCacheChecker } from './fresh-cache-checker.js';
import { PrewarmedChecker } from './prewarmed-checker.js';
import { ProcessChecker } from './process-checker.js';
import { ProcessJudge } from './process-judge.js';
import { RepairingChecker } from './repairing-checker.js';

export type { CheckerPorts };

/** How mypy is to be run: as a setting says. */
export type Engine = 'auto' | 'prewarmed' | 'daemon' | 'process';

/**
 * The checker for an invocation. `auto` is prewarmed from mypy 1.19.1 on, which is the first that
 * caches files with errors. Before, plain mypy checks those files anew each time, and its daemon
 * shows sooner what an edit did, until it turns out not to. Later versions have one only where
 * plain mypy turns out to take long.
 *
 * @param first A worker that was started already: the first check is its. It ends with the checker.
 */
export function createChecker(
  invocation: MypyInvocation,
  engine: Engine,
  ports: CheckerPorts,
  first?: WorkerProcess,
): Checker {
  const plain = createPlainChecker(invocation, engine, ports, first);
  const mayHaveDaemon = engine === 'daemon' || engine === 'auto';
  const checker = mayHaveDaemon ? addDaemon(plain, invocation, engine, ports) : plain;
  const { command, args, cwd } = describeMypy(invocation, ports);
  ports.log(`mypy runs as (${checker.engine}): ${formatCommand(command, args, cwd)}`);
  return checker;
}

function createPlainChecker(
  invocation: MypyInvocation,
  engine: Engine,
  ports: CheckerPorts,
  first: WorkerProcess | undefined,
): Checker {
  const isPrewarmed =
    engine === 'prewarmed' ||
    (engine !== 'process' && isCachingErrors(invocation.environment.mypyVersion));
  // One, which remembers what mypy printed last: an answer may come from any of those below.
  const judge = new ProcessJudge(invocation.root);
  const checker = isPrewarmed
    ? new PrewarmedChecker(invocation, ports, judge, first)
    : new ProcessChecker(invocation, ports, judge, first);
  const { cacheFolder } = invocation;
  const fresh = new FreshCacheChecker(checker, cacheFolder, ports.log);
  const repairing = new RepairingChecker(fresh, cacheFolder);
  const adopting = ports.sharesAnswers
    ? new AdoptingChecker(repairing, invocation, ports, judge)
    : repairing;
  const whole = new AddedSubmoduleChecker(adopting, invocation, ports.log);
  const counting = new CountingChecker(whole, cacheFolder);
  return new ExclusiveChecker(counting, cacheFolder, ports.log);
}

function addDaemon(
  plain: Checker,
  invocation: MypyInvocation,
  engine: 'auto' | 'daemon',
  ports: CheckerPorts,
): Checker {
  const presumed = isCachingErrors(invocation.environment.mypyVersion) ? 'plain' : 'daemon';
  return new DaemonChecker({
    plain,
    startSession: () => new DaemonSession(invocation, ports),
    findObstacle: async () =>
      findObstacle(invocation, await readMypyOptions(invocation.configFile)),
    presumed: engine === 'daemon' ? null : presumed,
    now: () => performance.now(),
    log: ports.log,
  });
}

function isCachingErrors(mypyVersion: string): boolean {
  return isAtLeast(mypyVersion, ...CACHES_ERRORS);
}
