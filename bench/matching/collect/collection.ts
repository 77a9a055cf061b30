import { basename, join, resolve } from 'node:path';
import { HISTORIES, type NamedHistory } from './histories.js';
import { type History, readHistory } from './history.js';
import type { CollectOptions } from './options.js';
import { writeReleaseHistory } from './pypi/release-history.js';
import { listReleases, selectReleases } from './pypi/releases.js';
import { SdistCache } from './pypi/sdist-cache.js';

/** Where a history may be written, and what with. */
export interface Workplace {
  /** Absolute path of an empty folder that is taken away in the end. */
  readonly scratch: string;
  /** Absolute path of the folder in which downloads are kept. */
  readonly downloads: string;
  /** A Python to unpack archives with. */
  readonly python: string;
  readonly signal: AbortSignal;
}

/** What is to be collected, wherever it comes from. */
export interface Collection extends Omit<NamedHistory, 'project' | 'releases'> {
  readonly name: string;
  readonly readHistory: (workplace: Workplace) => Promise<History>;
}

/**
 * What the command line asks for.
 *
 * @throws Error that says what is missing in it.
 */
export function chooseCollection(options: CollectOptions): Collection {
  const { history, pypi, repo, releases, install: installs, mypyArgs, commits } = options;
  if ([history, pypi, repo].filter((source) => source !== undefined).length !== 1) {
    throw new Error('Give one of --repo, --pypi and --history.');
  }
  if (history !== undefined) return namedCollection(history);
  const packages = options.package;
  if (packages.length === 0) throw new Error('Name the folder of the package: --package.');
  const shared = { packages, mypyArgs, installs };
  if (pypi !== undefined) {
    return { ...shared, name: pypi, readHistory: releaseReader(pypi, releases) };
  }
  const repository = resolve(repo ?? '.');
  return {
    ...shared,
    name: basename(repository),
    readHistory: () => readHistory(repository, packages, commits),
  };
}

function namedCollection(name: string): Collection {
  const named = HISTORIES.get(name);
  if (named === undefined) {
    throw new Error(`There is no history ${name}, but ${[...HISTORIES.keys()].join(', ')}.`);
  }
  const { project, releases, ...shared } = named;
  return { ...shared, name, readHistory: releaseReader(project, releases) };
}

function releaseReader(project: string, releases: string): Collection['readHistory'] {
  return async ({ scratch, downloads, python, signal }) => {
    const sdists = selectReleases(await listReleases(project), releases);
    const cache = new SdistCache(join(downloads, 'sdists'));
    return writeReleaseHistory(sdists, { folder: scratch, cache, python, signal });
  };
}
