import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { type Phrase, phrase, verbatim } from '../../core/language/language.js';
import { isAtLeast } from '../../core/output/version.js';
import { messageOf } from '../../core/thrown/message-of.js';
import { type FileRole, readIniSections, readTomlSection } from './mypy-sections.js';
import {
  CONFIGURATION_FILES,
  listAbove,
  listHomeFiles,
  listUpwards,
  listXdgFiles,
} from './places.js';

/** The configuration that mypy uses for a project. */
export type MypyConfiguration =
  | {
      readonly kind: 'found';
      /** Absolute path of the file. */
      readonly file: string;
      /** Absolute; mypy's working directory. */
      readonly root: string;
      /**
       * Where the file is: `above` the root where no repository is, which mypy searches since 1.15;
       * `home` for the person's own of all projects.
       */
      readonly place: 'root' | 'above' | 'home';
      readonly format: 'ini' | 'toml';
      /** Whether it has `files`, `packages` or `modules`, which mypy takes without targets. */
      readonly namesTargets: boolean;
      /** As written: module names, or paths relative to the file. */
      readonly plugins: readonly string[];
      /** mypy's own sections, normalised; equal for files that mean the same. */
      readonly fingerprint: string;
    }
  /** mypy's defaults. */
  | { readonly kind: 'none'; readonly root: string }
  | {
      readonly kind: 'unreadable';
      readonly file: string;
      readonly root: string;
      readonly detail: Phrase;
    };

/**
 * The configuration file that mypy finds from `folder` upwards to `repositoryRoot`; its folder is
 * the project root. Before 1.15 mypy looks in its working directory only, which gives the same
 * answer once that is the root. Where mypy only warns of a malformed file and takes the next one,
 * this is `unreadable`: to check with other options than were meant would count other errors.
 *
 * @param repositoryRoot Null without a repository: then a file in a parent may be mypy's choice, but
 *   does not make that parent, which can be somebody's home folder, the project.
 * @param configFile `mypyRatchet.configFile`, absolute or relative to `folder`, which then is the
 *   root; empty to look.
 * @returns For the newest mypy; see {@link narrowToVersion}.
 */
export async function findMypyConfiguration(
  folder: string,
  repositoryRoot: string | null,
  configFile = '',
): Promise<MypyConfiguration> {
  if (configFile !== '') {
    const file = resolve(folder, configFile);
    const read = await readConfiguration({ file, root: folder, place: 'root' }, 'own');
    return read ?? { kind: 'unreadable', file, root: folder, detail: phrase('it does not exist') };
  }
  for (const root of listUpwards(folder, repositoryRoot)) {
    const read = await searchFolder(root, root, 'root');
    if (read !== undefined) return read;
  }
  if (repositoryRoot === null) {
    for (const above of await listAbove(folder)) {
      const read = await searchFolder(above, folder, 'above');
      // A stranger's file: its faults are not for this project to mend, and mypy does not stop at it.
      if (read?.kind === 'found') return read;
    }
  }
  return searchHome(folder);
}

/**
 * The configuration that a version of mypy takes, of one that was found before the version was
 * known: what is above a folder without a repository counts since 1.15, and that very version does
 * not know what `~` in its list of files at home stands for.
 */
export async function narrowToVersion(
  configuration: MypyConfiguration,
  mypyVersion: string,
): Promise<MypyConfiguration> {
  if (configuration.kind !== 'found') return configuration;
  const { root, place, file } = configuration;
  const searchesAbove = isAtLeast(mypyVersion, 1, 15);
  if (place === 'above') return searchesAbove ? configuration : searchHome(root);
  const knowsHome = !searchesAbove || isAtLeast(mypyVersion, 1, 16);
  const isLost = place === 'home' && !knowsHome && !listXdgFiles().includes(file);
  return isLost ? { kind: 'none', root } : configuration;
}

interface Place {
  readonly file: string;
  readonly root: string;
  readonly place: 'root' | 'above' | 'home';
}

/** The configuration in a folder itself; undefined where mypy finds none there. */
export function findConfigurationIn(folder: string): Promise<MypyConfiguration | undefined> {
  return searchFolder(folder, folder, 'root');
}

async function searchFolder(
  folder: string,
  root: string,
  place: Place['place'],
): Promise<MypyConfiguration | undefined> {
  for (const [name, role] of CONFIGURATION_FILES) {
    const read = await readConfiguration({ file: join(folder, name), root, place }, role);
    if (read !== undefined) return read;
  }
  return undefined;
}

async function searchHome(root: string): Promise<MypyConfiguration> {
  for (const file of listHomeFiles()) {
    const read = await readConfiguration({ file, root, place: 'home' }, 'own');
    if (read !== undefined) return read;
  }
  return { kind: 'none', root };
}

/** The configuration in a file; undefined when mypy passes over it. */
async function readConfiguration(
  { file, root, place }: Place,
  role: FileRole,
): Promise<MypyConfiguration | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    const detail = verbatim(messageOf(error));
    return { kind: 'unreadable', file, root, detail };
  }
  const format = extname(file).toLowerCase() === '.toml' ? 'toml' : 'ini';
  const sections = format === 'toml' ? readTomlSection(text) : readIniSections(text, role);
  const found = { kind: 'found', file, root, place, format } as const;
  switch (sections.kind) {
    case 'sections':
      return { ...sections, ...found };
    case 'malformed':
      // A broken file that does not even have the word is another tool's trouble.
      if (role === 'shared' && !text.includes('mypy')) return undefined;
      return { kind: 'unreadable', file, root, detail: sections.detail };
    case 'absent':
      if (role === 'shared') return undefined;
      return { ...found, namesTargets: false, plugins: [], fingerprint: '[]' };
  }
}

function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR';
}
