import { commands, Uri, window } from 'vscode';
import type { Language } from '../../core/language/language.js';
import { InstallRequest, type ShownInstall } from '../../protocol/install-messages.js';
import { RestartRequest } from '../../protocol/messages.js';
import { COMMANDS } from '../contributions.js';
import type { Pythons } from '../python/pythons.js';
import { runInTerminal } from '../python/run-in-terminal.js';
import { lacksInterpreter } from '../views/tree-model.js';
import { chooseProject } from './choose-project.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

/** Installs mypy with the environment's own installer, after asking; then the check starts by itself. */
export function createInstallCommand(
  { store, sendRequest, language }: CommandSurroundings,
  pythons: Pythons,
): CommandHandlers<'installMypy'> {
  return {
    installMypy: async (argument) => {
      const snapshot = await chooseProject(store, argument, language, lacksInterpreter);
      if (snapshot === undefined) return;
      const { say } = language;
      const { project } = snapshot;
      const plan = await sendRequest(InstallRequest, { project });
      if (plan === null) {
        await sayThatNoneIsKnown(project, language);
        return;
      }
      const { requirement, interpreter, line } = plan;
      const question =
        interpreter === null
          ? say('Install {0}?', requirement)
          : say('Install {0} for {1}?', requirement, interpreter);
      const detail = `${say('It runs:')}\n\n${line}`;
      const answer = await window.showInformationMessage(
        question,
        { modal: true, detail },
        say('Install'),
      );
      if (answer === undefined) return;
      if (await install(plan, Uri.parse(project), pythons, language)) {
        await sendRequest(RestartRequest, { project });
      } else {
        await window.showErrorMessage(
          say('{0} was not installed. The terminal says why.', requirement),
        );
      }
    },
  };
}

/** Whether it was installed. */
async function install(
  plan: ShownInstall,
  folder: Uri,
  pythons: Pythons,
  { say }: Language,
): Promise<boolean> {
  const { interpreter, requirement, command, args, cwd } = plan;
  if (interpreter !== null && (await pythons.install(folder, interpreter, requirement))) {
    return true;
  }
  const name = say('Install {0}', requirement);
  const exitCode = await runInTerminal(name, folder, { command, args, cwd });
  return exitCode === 0;
}

async function sayThatNoneIsKnown(project: string, { say }: Language): Promise<void> {
  const select = say('Select Interpreter…');
  const chosen = await window.showInformationMessage(
    say('No environment of this project is known. Make one, or choose one, and try again.'),
    select,
  );
  if (chosen === select) await commands.executeCommand(COMMANDS.selectInterpreter, project);
}
