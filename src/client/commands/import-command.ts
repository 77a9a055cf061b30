import { ConfigurationTarget, Uri, window, workspace } from 'vscode';
import type { Language } from '../../core/language/language.js';
import { SETTINGS } from '../contributions.js';
import type { SettingLevel } from '../neighbours/foreign-settings.js';
import { type ImportedSetting, planImport } from '../neighbours/plan-import.js';
import { readForeignSettings, readSetting } from '../neighbours/read-settings.js';
import { chooseProject } from './choose-project.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

const TARGETS: Readonly<Record<SettingLevel, ConfigurationTarget>> = {
  user: ConfigurationTarget.Global,
  workspace: ConfigurationTarget.Workspace,
  folder: ConfigurationTarget.WorkspaceFolder,
};

/** Takes over what the other mypy extensions are told, of which a person picks. */
export function createImportCommand({
  store,
  language,
}: CommandSurroundings): CommandHandlers<'importSettings'> {
  return {
    importSettings: async (argument) => {
      const { count, say } = language;
      const project = await chooseProject(store, argument, language);
      if (project === undefined) return;
      const folder = Uri.parse(project.project);
      const planned = planImport(
        readForeignSettings(folder),
        (setting) => readSetting(SETTINGS[setting], folder) !== undefined,
      );
      if (planned.length === 0) {
        await window.showInformationMessage(
          say('The other mypy extensions are told nothing that Mypy Ratchet could take over.'),
        );
        return;
      }
      const items = planned.map((imported) => toItem(imported, language));
      const chosen = await window.showQuickPick(items, {
        title: say('Import settings from other mypy extensions'),
        placeHolder: say('Theirs stay as they are'),
        canPickMany: true,
      });
      if (chosen === undefined || chosen.length === 0) return;
      for (const { imported } of chosen) await write(imported, folder);
      await window.showInformationMessage(
        count(
          chosen.length,
          '1 setting imported. The command line reads args, targets and config-file from [tool.mypy-ratchet] in pyproject.toml.',
          '{0} settings imported. The command line reads args, targets and config-file from [tool.mypy-ratchet] in pyproject.toml.',
        ),
      );
    },
  };
}

function toItem(imported: ImportedSetting, language: Language) {
  const { setting, value, level, from } = imported;
  return {
    label: `${SETTINGS[setting]}: ${JSON.stringify(value)}`,
    description: language.say('from {0} ({1})', from, describeLevel(level, language)),
    picked: true,
    imported,
  };
}

function describeLevel(level: SettingLevel, { say }: Language): string {
  switch (level) {
    case 'user':
      return say('user');
    case 'workspace':
      return say('workspace');
    case 'folder':
      return say('folder');
  }
}

async function write({ setting, value, level }: ImportedSetting, folder: Uri): Promise<void> {
  const configuration = workspace.getConfiguration(undefined, folder);
  await configuration.update(SETTINGS[setting], value, TARGETS[level]);
}
