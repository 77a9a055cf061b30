import type { BaselineEnvironment, BaselineHeader, ReadBaseline } from './baseline.js';
import { compareEnvironments } from './environment.js';
import { compareVersions } from './parse-baseline.js';

/**
 * The same file, in which of several headers with the newest mypy that one counts which is true of an
 * environment; where none is, the one that counted before. A shrink or an update writes the one that
 * counts. An older mypy's never does: to shrink with it would drop what only the newer one finds.
 *
 * @param here Null where it is not known.
 */
export function chooseHeader(read: ReadBaseline, here: BaselineEnvironment | null): ReadBaseline {
  if (here === null || read.doubledHeaders.length === 0) return read;
  const { mypy } = read.baseline.environment;
  const isTrue = ({ environment }: BaselineHeader) =>
    compareEnvironments(environment, here).length === 0;
  const newest = read.headers.filter(
    ({ environment }) => compareVersions(environment.mypy, mypy) === 0,
  );
  const chosen = newest.find(isTrue);
  if (chosen === undefined) return read;
  const { environment, line } = chosen;
  return { ...read, baseline: { ...read.baseline, environment }, header: line };
}
