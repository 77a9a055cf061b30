import { formatCount } from '../core/number/format-number.js';
import type { ProjectResult } from '../project/project-state.js';
import { findGoneFiles } from '../workspace/gone-files.js';

/**
 * mypy told of its own accord what to check cannot have looked at everything when it checked fewer
 * files than the baseline has files with errors, and says nothing of one of them. A file that was
 * deleted or renamed is not one of them; one that mypy's configuration leaves out now is. To be asked
 * where the baseline's environment is not that of the check: in its own, mypy counts what it was told
 * to check (2.4.1), and files with errors that it only follows imports into are not among them.
 *
 * @param root Absolute.
 * @returns Why the result is not to be trusted; undefined where it is.
 */
export function doubtCoverage(
  { checkedFiles, entries, reconciliation, unchanged }: ProjectResult,
  root: string,
): string | undefined {
  if (checkedFiles === null) return undefined;
  const paths = new Set(entries.map(({ path }) => path));
  // The disk is not asked for what the numbers say already.
  if (checkedFiles >= paths.size) return undefined;
  const gone = findGoneFiles(root, paths);
  // None at all: the sources are not here, and mypy ran where they are.
  const known =
    gone.size === paths.size ? [...paths] : [...paths].filter((path) => !gone.has(path));
  if (checkedFiles >= known.length) return undefined;
  const found = [...reconciliation.errors.map(({ error }) => error), ...unchanged];
  const seen = new Set(found.map(({ path }) => path));
  if (known.every((path) => seen.has(path))) return undefined;
  return `mypy checked ${formatCount(checkedFiles, 'file')}, and the baseline has errors in ${known.length}: it did not look at the whole project`;
}
