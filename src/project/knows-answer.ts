import type { ChangedFiles } from './changed-files.js';
import type { Preparation } from './ports.js';
import type { ProjectState } from './project-state.js';

/**
 * Whether a check would find what is shown: mypy saw a file that was saved, and all else, just as it
 * is, and is still the same itself.
 *
 * @param file Absolute.
 */
export async function knowsAnswer(
  file: string,
  { stale, result, problems }: ProjectState,
  changes: ChangedFiles,
  preparation: Preparation | undefined,
): Promise<boolean> {
  if (stale !== null || result?.authority !== 'plain') return false;
  // What could not be written then may be written now.
  if (problems.some(({ kind }) => kind === 'baseline-not-written')) return false;
  if (!(await changes.isAsSeen(file))) return false;
  return (await preparation?.checker.hasSameEnvironment()) ?? false;
}
