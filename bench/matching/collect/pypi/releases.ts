import { isRecord } from '../../../../src/core/json/is-record.js';

/** The source distribution of one release. */
export interface Sdist {
  readonly version: string;
  readonly filename: string;
  readonly url: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

const FINAL_VERSION = /^\d+(?:\.\d+)*(?:\.post\d+)?$/;

/**
 * The final releases of a project on PyPI that have a source distribution, by version.
 *
 * @throws Error when PyPI does not answer, or not as expected.
 */
export async function listReleases(project: string): Promise<readonly Sdist[]> {
  const url = `https://pypi.org/pypi/${encodeURIComponent(project)}/json`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const answer: unknown = await response.json();
  const releases = isRecord(answer) ? answer['releases'] : undefined;
  if (!isRecord(releases)) throw new Error(`${url} lists no releases`);
  return Object.entries(releases)
    .filter(([version]) => FINAL_VERSION.test(version))
    .sort(([left], [right]) => compareVersions(left, right))
    .flatMap(([version, files]) => findSdist(version, files, url));
}

/**
 * Those that are asked for, in the order of their versions.
 *
 * @param wanted Versions separated by commas, `from..to`, or how many of the last.
 * @throws Error for a version that is not there.
 */
export function selectReleases(releases: readonly Sdist[], wanted: string): readonly Sdist[] {
  if (/^\d+$/.test(wanted)) return releases.slice(-Number(wanted));
  const [first = '', last] = wanted.split('..');
  const versions = (last === undefined ? wanted.split(',') : [first, last]).map((version) =>
    version.trim(),
  );
  const missing = versions.filter((wish) => !releases.some(({ version }) => version === wish));
  if (missing.length > 0) throw new Error(`No source release of ${missing.join(', ')}`);
  const indexes = versions.map((wish) => releases.findIndex(({ version }) => version === wish));
  if (last === undefined) return releases.filter((_, index) => indexes.includes(index));
  return releases.slice(Math.min(...indexes), Math.max(...indexes) + 1);
}

function findSdist(version: string, files: unknown, base: string): readonly Sdist[] {
  if (!Array.isArray(files)) return [];
  const sdists = files.flatMap((file: unknown) => {
    if (!isRecord(file) || file['packagetype'] !== 'sdist' || file['yanked'] === true) return [];
    const { filename, url: link, digests } = file;
    const sha256 = isRecord(digests) ? digests['sha256'] : undefined;
    if (typeof filename !== 'string' || typeof link !== 'string' || typeof sha256 !== 'string') {
      return [];
    }
    // A mirror of PyPI may give links that are relative to its answer.
    return [{ version, filename, url: new URL(link, base).href, sha256 }];
  });
  return sdists.slice(0, 1);
}

/** Compares final versions; a post-release follows its release, as its number is one more. */
function compareVersions(left: string, right: string): number {
  const [ours, theirs] = [numbersOf(left), numbersOf(right)];
  for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
    const difference = (ours[index] ?? -1) - (theirs[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): readonly number[] {
  return version.replace('post', '').split('.').map(Number);
}
