import { openCacheFolder, removeOldCaches } from '../mypy/cache/cache-folder.js';
import type { Checker } from '../mypy/checker/checker.js';
import { createChecker } from '../mypy/checker/create-checker.js';
import type { MypyInvocation } from '../mypy/configuration/mypy-invocation.js';
import type { WorkerProcess } from '../mypy/worker/worker-process.js';
import type { ProjectSurroundings } from './open-project.js';
import type { ProjectSettings } from './project-location.js';

type CheckerSurroundings = Pick<
  ProjectSurroundings,
  'storageFolder' | 'workerScript' | 'log' | 'sharesAnswers'
>;

/**
 * Makes the checker of a project, with its private cache.
 *
 * @param worker Ends with the checker, or here.
 */
export async function openChecker(
  engine: ProjectSettings['engine'],
  { storageFolder, workerScript, log, sharesAnswers = false }: CheckerSurroundings,
  invocation: Omit<MypyInvocation, 'cacheFolder'>,
  worker: WorkerProcess | undefined,
): Promise<Checker> {
  const ports = { workerScript, sharesAnswers, log: (line: string) => log.info(line) };
  try {
    const cacheFolder = await openCacheFolder(storageFolder, invocation);
    const removed = await removeOldCaches(storageFolder, Date.now());
    if (removed.length > 0) log.info(`removed caches that nobody used: ${removed.join(', ')}`);
    return createChecker({ ...invocation, cacheFolder }, engine, ports, worker);
  } catch (error) {
    await worker?.kill();
    throw error;
  }
}
