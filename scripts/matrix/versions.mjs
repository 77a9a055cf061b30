import { MYPY_VERSIONS } from '../setup/python.mjs';
import { ask } from '../setup/run.mjs';

/**
 * The versions of mypy that the matrix asks, by what is different in them: 1.0 and 1.4 have no JSON
 * output, 1.7 another framing of the daemon, 1.11 JSON, 1.15 the search for a configuration in
 * folders above, 1.18 is the last that caches no file with errors, 1.19.1 the first that is
 * prewarmed, 1.20 has the cache in SQLite, 2.0 its new defaults. The newest from PyPI comes last.
 */
export const MATRIX = [
  '1.0.1',
  '1.4.1',
  '1.7.1',
  '1.11.2',
  '1.15.0',
  '1.18.2',
  '1.19.1',
  '1.20.2',
  '2.0.0',
];

/**
 * From which mypy on which Pythons are supported (its `Requires-Python`, and the newest Python that
 * it has wheels for). The first one that is installed is taken; the order spreads all of them over
 * the matrix.
 */
const PYTHONS = [
  ['1.0', ['3.8', '3.9', '3.10', '3.11']],
  ['1.4', ['3.11', '3.10', '3.9', '3.8']],
  ['1.7', ['3.8', '3.9', '3.10', '3.11', '3.12']],
  ['1.11', ['3.12', '3.11', '3.10', '3.9', '3.8']],
  ['1.15', ['3.13', '3.12', '3.11', '3.10', '3.9']],
  ['1.18', ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14']],
  ['1.19', ['3.11', '3.9', '3.10', '3.12', '3.13', '3.14']],
  ['1.20', ['3.10', '3.11', '3.12', '3.13', '3.14']],
  ['2.0', ['3.12', '3.11', '3.10', '3.13', '3.14']],
  ['2.1', ['3.11', '3.12', '3.13', '3.10', '3.14']],
];

/** The Pythons that a version of mypy supports, the one to take first in front. */
export function pythonsOf(version) {
  const row = PYTHONS.findLast(([from]) => !isOlder(version, from)) ?? PYTHONS[0];
  return row[1];
}

/** The newest version on PyPI, or the newest that the tests know when PyPI is out of reach. */
export function newestVersion(interpreter) {
  const answer = ask(interpreter, ['-m', 'pip', 'index', 'versions', 'mypy']);
  return /^mypy \((\S+)\)/m.exec(answer ?? '')?.[1] ?? MYPY_VERSIONS.newest;
}

/** Whether a version comes before another one, `1.4.1` before `1.15`. */
export function isOlder(version, than) {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number));
  const at = right.findIndex((part, index) => (left[index] ?? 0) !== part);
  return at >= 0 && (left[at] ?? 0) < right[at];
}
