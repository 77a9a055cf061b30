import type { ProjectSnapshot } from '../protocol/messages.js';

/**
 * How near a project is to a file, by the length of its folder's URI: of several that hold the file
 * the innermost is meant. 0 where it does not hold it.
 */
export function nearness(file: string, { project }: ProjectSnapshot): number {
  return file.startsWith(project.endsWith('/') ? project : `${project}/`) ? project.length : 0;
}

/** The innermost project that holds a file; its URI may be of any scheme. */
export function projectOfFile(
  file: string,
  snapshots: readonly ProjectSnapshot[],
): ProjectSnapshot | undefined {
  const [nearest] = snapshots.toSorted((a, b) => nearness(file, b) - nearness(file, a));
  return nearest === undefined || nearness(file, nearest) === 0 ? undefined : nearest;
}
