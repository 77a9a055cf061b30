import { ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { formatCount } from '../../core/number/format-number.js';
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
}: CommandSurroundings): CommandHandlers<'importSettings'> {
  return {
    importSettings: async (argument) => {
      const project = await chooseProject(store, argument);
      if (project === undefined) return;
      const folder = Uri.parse(project.project);
      const planned = planImport(
        readForeignSettings(folder),
        (setting) => readSetting(SETTINGS[setting], folder) !== undefined,
      );
      if (planned.length === 0) {
        await window.showInformationMessage(
          'The other mypy extensions are told nothing that Mypy Ratchet could take over.',
        );
        return;
      }
      const chosen = await window.showQuickPick(planned.map(toItem), {
        title: 'Import settings from other mypy extensions',
        placeHolder: 'Theirs stay as they are',
        canPickMany: true,
      });
      if (chosen === undefined || chosen.length === 0) return;
      for (const { imported } of chosen) await write(imported, folder);
      await window.showInformationMessage(
        `${formatCount(chosen.length, 'setting')} imported. The command line reads args, targets and config-file from [tool.mypy-ratchet] in pyproject.toml.`,
      );
    },
  };
}

function toItem(imported: ImportedSetting) {
  const { setting, value, level, from } = imported;
  return {
    label: `${SETTINGS[setting]}: ${JSON.stringify(value)}`,
    description: `from ${from} (${level})`,
    picked: true,
    imported,
  };
}

async function write({ setting, value, level }: ImportedSetting, folder: Uri): Promise<void> {
  const configuration = workspace.getConfiguration(undefined, folder);
  await configuration.update(SETTINGS[setting], value, TARGETS[level]);
}
