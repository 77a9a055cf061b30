/** Lists the files of the project that a file imports. All paths are relative to the root. */
export type ImportsOf = (path: string) => Promise<readonly string[]>;

/** More files than this may be to blame, and nobody is helped by the list. */
const MOST_CAUSES = 3;

/**
 * The changed files that may have broken a file which the branch did not touch: those that it
 * imports, or else those that its imports import. Empty where the file was changed itself, where
 * nothing that it imports was, and where it could be any of many.
 *
 * @param path Relative to the root.
 * @param changed Paths that the branch changed, the old ones of deleted and renamed files too.
 */
export async function findCauses(
  path: string,
  changed: ReadonlySet<string>,
  importsOf: ImportsOf,
): Promise<readonly string[]> {
  if (changed.size === 0 || changed.has(path)) return [];
  const direct = await importsOf(path);
  const near = listChanged(direct, changed);
  if (near.length > 0) return near.length <= MOST_CAUSES ? near : [];
  const indirect: string[] = [];
  for (const file of direct) indirect.push(...(await importsOf(file)));
  const far = listChanged(indirect, changed);
  return far.length <= MOST_CAUSES ? far : [];
}

function listChanged(paths: readonly string[], changed: ReadonlySet<string>): readonly string[] {
  return [...new Set(paths)].filter((path) => changed.has(path)).sort();
}
