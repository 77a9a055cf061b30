import { basename, relative, resolve } from 'node:path';
import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { toSlashes } from '../core/path/place.js';
import { findProjects, MOST_PROJECTS } from '../project/discovery/find-projects.js';
import type { FolderSettings } from '../protocol/settings.js';
import type { HostedFolder } from './host-ports.js';
import { toPath } from './uris.js';

/** What makes a folder a project, as a glob pattern of LSP's. */
export const PROJECT_FILES =
  '**/{mypy.ini,.mypy.ini,setup.cfg,pyproject.toml,mypy-ratchet.toml,mypy-baseline.jsonl}';

/** What the search for projects needs. */
export interface FolderSearch {
  readonly settingsOf: (uri: string) => Promise<FolderSettings>;
  readonly warn: (message: string) => void;
}

/** The workspace folders that are on disk. */
export function toFolders(
  folders: readonly { readonly uri: string; readonly name: string }[],
): readonly HostedFolder[] {
  return folders.flatMap(({ uri, name }) => {
    const path = toPath(uri);
    return path === undefined ? [] : [{ uri, name, path }];
  });
}

/** The workspace folders after some came and went. */
export function changeFolders(
  folders: readonly HostedFolder[],
  { added, removed }: WorkspaceFoldersChangeEvent,
): readonly HostedFolder[] {
  const gone = new Set(removed.map(({ uri }) => uri));
  return [...folders.filter(({ uri }) => !gone.has(uri)), ...toFolders(added)];
}

/**
 * The projects of workspace folders: those that the settings name, else those that are found; none of a
 * folder in which we are switched off.
 */
export async function listWantedFolders(
  folders: readonly HostedFolder[],
  { settingsOf, warn }: FolderSearch,
): Promise<readonly HostedFolder[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const { projects, enable } = await settingsOf(folder.uri);
      if (!enable) return [];
      const named = projects.map((path) => resolve(folder.path, path));
      const paths = named.length > 0 ? named : await find(folder.path, warn);
      return [...new Set(paths)].map((path) => toHosted(folder, path, folders.length > 1));
    }),
  );
  return lists.flat();
}

async function find(folder: string, warn: FolderSearch['warn']): Promise<readonly string[]> {
  const { folders, isCut } = await findProjects(folder);
  if (isCut) {
    warn(
      `${folder} is too large to look through, or has more than ${MOST_PROJECTS} projects: mypyRatchet.projects names those that are to be checked.`,
    );
  }
  return folders;
}

function toHosted(folder: HostedFolder, path: string, isOneOfSeveral: boolean): HostedFolder {
  if (path === folder.path) return folder;
  const below = toSlashes(relative(folder.path, path));
  const name = isOneOfSeveral ? `${folder.name}/${below}` : below;
  return { uri: URI.file(path).toString(), name: name || basename(path), path };
}
