import { dirname, join, posix, relative, resolve } from 'node:path';
import { toSlashes } from '../core/path/place.js';
import type { Report } from '../core/report/report.js';
import {
  findMypyConfiguration,
  type MypyConfiguration,
} from '../mypy/configuration/find-configuration.js';
import { Git, type RepositorySearch } from '../workspace/git/git.js';
import {
  type RatchetConfig,
  readRatchetConfig,
} from '../workspace/ratchet-config/ratchet-config.js';

/** What a person may say about a project; empty strings and lists leave it to the files. */
export interface ProjectSettings {
  readonly interpreter: string;
  readonly args: readonly string[];
  readonly targets: readonly string[];
  readonly configFile: string;
  readonly baselineFile: string;
  readonly engine: 'auto' | 'prewarmed' | 'daemon' | 'process';
  readonly shrinkOnSave: boolean;
  /** For where neither these settings nor the project's configuration say it. Paths absolute. */
  readonly inherited?: {
    readonly args: readonly string[];
    readonly targets: readonly string[];
    readonly configFile: string;
  };
}

/** Where a project is and what belongs to it. */
export interface ProjectLocation {
  /** Absolute; the folder that was opened. */
  readonly folder: string;
  /** Absolute; the folder of mypy's configuration, to which all paths are relative. */
  readonly root: string;
  /** Absolute; null without a repository. */
  readonly repositoryRoot: string | null;
  readonly gitFolder: string | null;
  /** Where the root is in the repository, `/`-separated; empty at its top or without one. */
  readonly prefix: string;
  /** mypy's own configuration. */
  readonly configuration: MypyConfiguration;
  readonly ratchetConfig: RatchetConfig;
  readonly baselinePath: string;
  /** Absolute; files whose change means another run. */
  readonly configurationFiles: readonly string[];
}

/** Where the baseline is, beside mypy's configuration, unless somebody says otherwise. */
export const DEFAULT_BASELINE_FILE = 'mypy-baseline.jsonl';

/** Names of the files that can configure mypy or us, in the project's root. */
const CONFIGURATION_NAMES = [
  'mypy.ini',
  '.mypy.ini',
  'pyproject.toml',
  'setup.cfg',
  'mypy-ratchet.toml',
];

/** Finds the repository that a folder (absolute path) is in. */
export type FindRepository = (folder: string) => Promise<RepositorySearch>;

const askGit: FindRepository = (folder) => new Git().findRepository(folder);

/** Asks git once for each folder. For what follows at once: a repository may be made at any time. */
export function rememberRepositories(find = askGit): FindRepository {
  const known = new Map<string, Promise<RepositorySearch>>();
  return (folder) => {
    const search = known.get(folder) ?? find(folder);
    known.set(folder, search);
    return search;
  };
}

/**
 * Finds the project that a folder belongs to, by mypy's own rules for its configuration.
 *
 * @param findRepository Asks git, unless nothing is to be run.
 */
export async function locateProject(
  folder: string,
  settings: Pick<ProjectSettings, 'configFile' | 'baselineFile' | 'inherited'>,
  findRepository = askGit,
): Promise<ProjectLocation> {
  const repository = await findRepository(folder);
  const repositoryRoot = repository.kind === 'found' ? repository.worktreeRoot : null;
  const found = await findMypyConfiguration(folder, repositoryRoot, settings.configFile);
  const ratchetConfig = await readRatchetConfig(found.root);
  const configFile =
    settings.configFile ||
    resolveIn(found.root, ratchetConfig.configFile) ||
    (settings.inherited?.configFile ?? '');
  const configuration =
    configFile === settings.configFile
      ? found
      : await findMypyConfiguration(folder, repositoryRoot, configFile);
  const { root } = found;
  const baselineFile = settings.baselineFile || ratchetConfig.baseline || DEFAULT_BASELINE_FILE;
  return {
    folder,
    root,
    repositoryRoot,
    gitFolder: repository.kind === 'found' ? repository.gitFolder : null,
    prefix: repository.kind === 'found' ? prefixOf(repository.prefix, folder, root) : '',
    configuration,
    ratchetConfig,
    baselinePath: resolve(root, baselineFile),
    configurationFiles: configurationFiles(folder, configuration),
  };
}

/**
 * Whether a project that is open somewhere must be opened anew for what is known of it now. A
 * repository that git does not find any more is no reason: git may have failed.
 */
export function hasMoved(open: ProjectLocation, now: ProjectLocation): boolean {
  return (
    now.root !== open.root ||
    now.baselinePath !== open.baselinePath ||
    now.ratchetConfig.base !== open.ratchetConfig.base ||
    (now.gitFolder !== null && now.gitFolder !== open.gitFolder)
  );
}

/** Where a project and its baseline are, in the words of a report. */
export function placeInRepository({
  root,
  prefix,
  baselinePath,
}: ProjectLocation): Pick<Report, 'prefix' | 'baselinePath'> {
  return { prefix, baselinePath: toSlashes(relative(root, baselinePath)) };
}

/** The root lies at the folder or above it; `prefix` is the folder's. */
function prefixOf(prefix: string, folder: string, root: string): string {
  const path = posix.join(prefix, toSlashes(relative(folder, root)));
  return path === '.' ? '' : path.replace(/\/$/, '');
}

function resolveIn(root: string, file: string): string {
  return file === '' ? '' : resolve(root, file);
}

function configurationFiles(folder: string, configuration: MypyConfiguration): readonly string[] {
  const own = configuration.kind === 'none' ? [] : [configuration.file];
  const folders = new Set([folder, configuration.root, ...own.map((file) => dirname(file))]);
  const known = [...folders].flatMap((place) =>
    CONFIGURATION_NAMES.map((name) => join(place, name)),
  );
  return [...new Set([...own, ...known])];
}
