/** What a folder has that can make it a project. */
export interface FolderMark {
  /** Relative to the folder that was opened, `/`-separated; empty for that folder itself. */
  readonly folder: string;
  /** A mypy configuration that mypy takes when it is run there. */
  readonly configures: boolean;
  readonly hasBaseline: boolean;
}

/**
 * Which folders below an opened one are projects, the outermost first; at least one.
 *
 * mypy looks at one configuration only, and reads the code below it. So a folder with one is a project,
 * unless another project around it covers its code already: then it is one only if its team keeps a
 * baseline for it. What nothing configures is one project, as mypy without a configuration takes it.
 *
 * @param isGoverned Whether a configuration above the opened folder is the one of its repository.
 */
export function chooseProjects(
  marks: readonly FolderMark[],
  isGoverned: boolean,
): readonly string[] {
  const chosen: string[] = isGoverned ? [''] : [];
  for (const { folder, configures, hasBaseline } of outermostFirst(marks)) {
    if (chosen.includes(folder)) continue;
    const isCovered = chosen.some((outer) => holds(outer, folder));
    const isProject = isCovered ? configures && hasBaseline : configures || hasBaseline;
    if (isProject) chosen.push(folder);
  }
  return chosen.length === 0 ? [''] : chosen;
}

function outermostFirst(marks: readonly FolderMark[]): readonly FolderMark[] {
  const depthOf = (folder: string) => (folder === '' ? 0 : folder.split('/').length);
  return marks.toSorted(
    (a, b) => depthOf(a.folder) - depthOf(b.folder) || (a.folder < b.folder ? -1 : 1),
  );
}

function holds(outer: string, inner: string): boolean {
  return outer === '' || inner.startsWith(`${outer}/`);
}
