import { ConfigurationTarget, commands, Uri, window, workspace } from 'vscode';
import type { Language } from '../../core/language/language.js';
import { SETTINGS } from '../contributions.js';
import type { Pythons } from '../python/pythons.js';
import { chooseProject } from './choose-project.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

/** The command with which the Python extension lets a person choose. */
const PYTHON_EXTENSION_COMMAND = 'python.setInterpreter';

/** Chooses the interpreter that runs mypy. */
export function createInterpreterCommand(
  { store, language }: CommandSurroundings,
  pythons: Pythons,
): CommandHandlers<'selectInterpreter'> {
  return {
    selectInterpreter: async (argument) => {
      const folder = await chooseProject(store, argument, language);
      if (folder === undefined) return;
      const uri = Uri.parse(folder.project);
      const configured = workspace.getConfiguration(undefined, uri).get(SETTINGS.interpreter, '');
      // Our own setting goes before the Python extension's choice, so it is what must change.
      if (pythons.canChoose && configured === '') {
        await commands.executeCommand(PYTHON_EXTENSION_COMMAND);
        return;
      }
      await changeSetting(uri, configured, language);
    },
  };
}

async function changeSetting(folder: Uri, configured: string, language: Language): Promise<void> {
  const { say } = language;
  const browse = {
    label: `$(folder) ${say('Browse…')}`,
    detail: say('A python executable that has mypy'),
  };
  const automatic = {
    label: `$(search) ${say('Find it automatically')}`,
    detail: say('The Python extension, a virtual environment in the project, PATH'),
  };
  const chosen = await window.showQuickPick(configured === '' ? [browse] : [browse, automatic], {
    title: say('Python interpreter for mypy'),
    placeHolder: configured || say('None is set'),
  });
  if (chosen === undefined) return;
  const interpreter = chosen === automatic ? undefined : await browseInterpreter(folder, language);
  if (chosen === browse && interpreter === undefined) return;
  await workspace
    .getConfiguration(undefined, folder)
    .update(SETTINGS.interpreter, interpreter, ConfigurationTarget.WorkspaceFolder);
}

async function browseInterpreter(folder: Uri, { say }: Language): Promise<string | undefined> {
  const chosen = await window.showOpenDialog({
    defaultUri: folder,
    openLabel: say('Use for mypy'),
    title: say('Choose a Python interpreter that has mypy'),
  });
  return chosen?.[0]?.fsPath;
}
