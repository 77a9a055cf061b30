import { isAtLeast } from '../../core/output/version.js';
import { cacheFolderOf } from '../../mypy/cache/cache-folder.js';
import type { MypyInvocation } from '../../mypy/configuration/mypy-invocation.js';
import { findTargetPython } from '../../mypy/configuration/target-python.js';
import type { ProjectSurroundings } from '../open-project.js';
import type { TrialPorts } from '../ports.js';

/** The trials of a project, with its own invocation of mypy. */
export async function prepareTrials(
  {
    storageFolder,
    workerScript,
    log,
  }: Pick<ProjectSurroundings, 'storageFolder' | 'workerScript' | 'log'>,
  invocation: Omit<MypyInvocation, 'cacheFolder'>,
): Promise<TrialPorts> {
  const ports = { workerScript, log: (line: string) => log.info(line) };
  return {
    hasUnions: isAtLeast(await findTargetPython(invocation), 3, 10),
    open: async (paths, signal) => {
      const { openTrial } = await import('../../mypy/trial/trial-checker.js');
      const cacheFolder = cacheFolderOf(storageFolder, invocation);
      return openTrial({ ...invocation, cacheFolder }, ports, paths, signal);
    },
  };
}
