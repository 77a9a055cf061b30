import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { type Uri, workspace } from 'vscode';
import type { InheritedSettings } from '../../protocol/settings.js';
import {
  type Expander,
  FOREIGN_SETTINGS,
  type ForeignSetting,
  inheritSettings,
  judgeForeign,
  type SetSetting,
} from './foreign-settings.js';

/** The strongest value that somebody gave a setting for a folder; undefined where nobody did. */
export function readSetting(id: string, folder: Uri): SetSetting | undefined {
  const inspected = workspace.getConfiguration(undefined, folder).inspect(id);
  if (inspected === undefined) return undefined;
  const { workspaceFolderValue, workspaceValue, globalValue } = inspected;
  // Where a folder is opened by itself its settings are the workspace's, and stand in both.
  if (workspaceFolderValue !== undefined && workspace.workspaceFile !== undefined) {
    return { id, value: workspaceFolderValue, level: 'folder' };
  }
  if (workspaceValue !== undefined) return { id, value: workspaceValue, level: 'workspace' };
  return globalValue === undefined ? undefined : { id, value: globalValue, level: 'user' };
}

/** What the other mypy extensions are told for a folder, also when they are not installed. */
export function readForeignSettings(folder: Uri): readonly ForeignSetting[] {
  return judgeForeign(FOREIGN_SETTINGS.flatMap((id) => readSetting(id, folder) ?? []));
}

/** What a check of a folder takes from them where nothing else says it. */
export function readInherited(folder: Uri): InheritedSettings {
  const inherited = inheritSettings(readForeignSettings(folder), expanderOf(folder));
  const isWhole = workspace.getWorkspaceFolder(folder)?.uri.toString() === folder.toString();
  // A project below the folder has a configuration of its own.
  return isWhole ? inherited : { ...inherited, configFile: '' };
}

/** Understands paths as the other extensions do: relative to the workspace folder. */
export function expanderOf(folder: Uri): Expander {
  const workspaceFolder = (workspace.getWorkspaceFolder(folder)?.uri ?? folder).fsPath;
  const word = (text: string) => text.replaceAll(/\$\{workspaceFolder\}/g, () => workspaceFolder);
  const path = (text: string) =>
    resolve(
      workspaceFolder,
      word(text).replace(/^~(?=$|[\\/])/, () => homedir()),
    );
  return { path, word };
}
