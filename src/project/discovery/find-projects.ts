import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findConfigurationIn } from '../../mypy/configuration/find-configuration.js';
import { CONFIGURATION_FILES, listGoverning } from '../../mypy/configuration/places.js';
import { hasPythonFiles } from '../../workspace/python-files.js';
import {
  RATCHET_CONFIG_FILES,
  readRatchetConfig,
} from '../../workspace/ratchet-config/ratchet-config.js';
import { isIgnoredFolder } from '../../workspace/watch/ignored-folders.js';
import { DEFAULT_BASELINE_FILE } from '../project-location.js';
import { chooseProjects, type FolderMark } from './choose-projects.js';

/** The projects of an opened folder. */
export interface FoundProjects {
  /** Absolute, the outermost first; at least one. */
  readonly folders: readonly string[];
  /** Whether there was more to look at than is looked at. */
  readonly isCut: boolean;
}

/** Folders looked into; a larger tree names its projects in the settings. */
const MOST_FOLDERS = 20_000;
/** So many are read at once. */
const AT_ONCE = 32;
/** Each has a mypy of its own that stays warm; more are named in the settings. */
export const MOST_PROJECTS = 20;

/** What is built, and holds copies of what it was built from; what tests read is nobody's project. */
const PASSED_OVER = new Set(['build', 'dist', 'fixtures', 'testdata']);

/**
 * Finds the projects below a folder (absolute) by their files. Runs nothing, and asks nobody: it is also
 * for folders that nobody trusts.
 */
export async function findProjects(folder: string): Promise<FoundProjects> {
  const [isGoverned, { marks, isCut }] = await Promise.all([isUnderOne(folder), findMarks(folder)]);
  const chosen = chooseProjects(marks, isGoverned).map((path) => resolve(folder, path));
  return {
    folders: chosen.slice(0, MOST_PROJECTS),
    isCut: isCut || chosen.length > MOST_PROJECTS,
  };
}

/** Whether a folder (absolute) is a project whatever lies below it. */
export async function isProjectItself(folder: string): Promise<boolean> {
  const names = new Set((await listItems(folder)).map(({ name }) => name));
  return (await toMark(folder, '', names)) !== undefined || (await isUnderOne(folder));
}

/** Whether mypy, run in a folder, takes a configuration that its repository has above it. */
async function isUnderOne(folder: string): Promise<boolean> {
  for (const above of await listGoverning(folder)) {
    if ((await findConfigurationIn(above)) !== undefined) return true;
  }
  return false;
}

interface Marks {
  readonly marks: readonly FolderMark[];
  readonly isCut: boolean;
}

async function findMarks(top: string): Promise<Marks> {
  const marks: FolderMark[] = [];
  let level: readonly string[] = [''];
  let looked = 0;
  while (level.length > 0) {
    const below: string[] = [];
    for (let start = 0; start < level.length; start += AT_ONCE) {
      const part = level.slice(start, start + AT_ONCE);
      const found = await Promise.all(part.map((folder) => lookInto(top, folder)));
      for (const { mark, folders } of found) {
        if (mark !== undefined) marks.push(mark);
        below.push(...folders);
      }
      looked += part.length;
      if (looked >= MOST_FOLDERS) return { marks, isCut: true };
    }
    level = below;
  }
  return { marks, isCut: false };
}

interface Look {
  readonly mark?: FolderMark;
  /** Folders in it that may hold more, relative to the top. */
  readonly folders: readonly string[];
}

async function lookInto(top: string, folder: string): Promise<Look> {
  const items = await listItems(join(top, folder));
  const folders = items.flatMap((item) => {
    if (!item.isDirectory() || PASSED_OVER.has(item.name)) return [];
    if (isIgnoredFolder(join(top, folder, item.name))) return [];
    return folder === '' ? item.name : `${folder}/${item.name}`;
  });
  const names = new Set(items.filter((item) => !item.isDirectory()).map(({ name }) => name));
  const mark = await toMark(top, folder, names);
  return mark === undefined ? { folders } : { mark, folders };
}

async function listItems(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    // Not ours to read, or gone meanwhile: then there is no project of ours in it.
    return [];
  }
}

async function toMark(
  top: string,
  folder: string,
  names: ReadonlySet<string>,
): Promise<FolderMark | undefined> {
  const path = join(top, folder);
  const hasBaseline = names.has(DEFAULT_BASELINE_FILE) || (await hasNamedBaseline(path, names));
  const mayConfigure = CONFIGURATION_FILES.some(([name]) => names.has(name));
  const configures = mayConfigure && (await findConfigurationIn(path)) !== undefined;
  if (!configures && !hasBaseline) return undefined;
  // A configuration that others name on their command line lies beside no code.
  if (!hasBaseline && folder !== '' && !(await hasPythonFiles(path))) return undefined;
  return { folder, configures, hasBaseline };
}

/** Whether a folder's `[tool.mypy-ratchet]` names a baseline that is there. */
async function hasNamedBaseline(path: string, names: ReadonlySet<string>): Promise<boolean> {
  if (!RATCHET_CONFIG_FILES.some((name) => names.has(name))) return false;
  const { baseline } = await readRatchetConfig(path);
  return baseline !== '' && (await isFile(resolve(path, baseline)));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not there, or not ours to see: no baseline either way.
    return false;
  }
}
