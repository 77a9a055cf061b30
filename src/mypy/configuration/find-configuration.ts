import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { messageOf } from '../../core/thrown/message-of.js';
import { readIniSections, readTomlSection } from './mypy-sections.js';

/** The configuration that mypy uses for a project. */
export type MypyConfiguration =
  | {
      readonly kind: 'found';
      /** Absolute path of the file. */
      readonly file: string;
      /** Absolute; mypy's working directory. */
      readonly root: string;
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
      readonly detail: string;
    };

/** In mypy's order; the shared ones count only when they have a section for mypy. */
const OWN_NAMES = ['mypy.ini', '.mypy.ini'];
const SHARED_NAMES = ['pyproject.toml', 'setup.cfg'];

/**
 * The configuration file that mypy finds from `folder` upwards to `repositoryRoot`; its folder is
 * the project root. Before 1.15 mypy looks in its working directory only, which gives the same
 * answer once that is the root. Where mypy only warns of a malformed file and takes the next one,
 * this is `unreadable`: to check with other options than were meant would count other errors.
 *
 * @param repositoryRoot Null without a repository: then parents are not looked at, so that a stray
 *   file does not make somebody's home folder the project.
 * @param configFile `mypyRatchet.configFile`, absolute or relative to `folder`, which then is the
 *   root; empty to look.
 */
export async function findMypyConfiguration(
  folder: string,
  repositoryRoot: string | null,
  configFile = '',
): Promise<MypyConfiguration> {
  if (configFile !== '') {
    const file = resolve(folder, configFile);
    const read = await readConfiguration(file, folder, 'own');
    return read ?? { kind: 'unreadable', file, root: folder, detail: 'it does not exist' };
  }
  for (const root of listUpwards(folder, repositoryRoot)) {
    for (const name of [...OWN_NAMES, ...SHARED_NAMES]) {
      const role = OWN_NAMES.includes(name) ? 'own' : 'shared';
      const read = await readConfiguration(join(root, name), root, role);
      if (read !== undefined) return read;
    }
  }
  for (const file of listUserFiles()) {
    const read = await readConfiguration(file, folder, 'own');
    if (read !== undefined) return read;
  }
  return { kind: 'none', root: folder };
}

/** The configuration in a file; undefined when mypy passes over it. */
async function readConfiguration(
  file: string,
  root: string,
  role: 'own' | 'shared',
): Promise<MypyConfiguration | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    const detail = messageOf(error);
    return { kind: 'unreadable', file, root, detail };
  }
  const format = extname(file).toLowerCase() === '.toml' ? 'toml' : 'ini';
  const sections = format === 'toml' ? readTomlSection(text) : readIniSections(text);
  const place = { file, root, format } as const;
  switch (sections.kind) {
    case 'sections':
      return { ...sections, ...place, kind: 'found' };
    case 'malformed':
      // A broken file that does not even have the word is another tool's trouble.
      if (role === 'shared' && !text.includes('mypy')) return undefined;
      return { kind: 'unreadable', file, root, detail: sections.detail };
    case 'absent':
      if (role === 'shared') return undefined;
      return { kind: 'found', ...place, namesTargets: false, plugins: [], fingerprint: '[]' };
  }
}

function listUpwards(folder: string, repositoryRoot: string | null): readonly string[] {
  const folders = [folder];
  if (repositoryRoot === null) return folders;
  for (let current = folder; current !== repositoryRoot; ) {
    const parent = dirname(current);
    // A link can lead to the folder from outside of the repository.
    if (parent === current) return [folder];
    folders.push(parent);
    current = parent;
  }
  return folders;
}

/** What mypy falls back to (`USER_CONFIG_FILES` in mypy/defaults.py). */
function listUserFiles(): readonly string[] {
  const xdg = process.env['XDG_CONFIG_HOME'];
  return [
    ...(xdg ? [join(xdg, 'mypy', 'config')] : []),
    join(homedir(), '.config', 'mypy', 'config'),
    join(homedir(), '.mypy.ini'),
  ];
}

function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR';
}
