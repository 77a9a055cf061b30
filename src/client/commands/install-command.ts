import { commands, Uri, window } from 'vscode';
import { InstallRequest, type ShownInstall } from '../../protocol/install-messages.js';
import { RestartRequest } from '../../protocol/messages.js';
import { COMMANDS } from '../contributions.js';
import type { Pythons } from '../python/pythons.js';
import { runInTerminal } from '../python/run-in-terminal.js';
import { lacksInterpreter } from '../views/tree-model.js';
import { chooseProject } from './choose-project.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

const INSTALL = 'Install';

/** Installs mypy with the environment's own installer, after asking; then the check starts by itself. */
export function createInstallCommand(
  { store, sendRequest }: CommandSurroundings,
  pythons: Pythons,
): CommandHandlers<'installMypy'> {
  return {
    installMypy: async (argument) => {
      const snapshot = await chooseProject(store, argument, lacksInterpreter);
      if (snapshot === undefined) return;
      const { project } = snapshot;
      const plan = await sendRequest(InstallRequest, { project });
      if (plan === null) {
        await sayThatNoneIsKnown(project);
        return;
      }
      const answer = await window.showInformationMessage(
        `Install ${plan.requirement}${plan.interpreter === null ? '' : ` for ${plan.interpreter}`}?`,
        { modal: true, detail: `It runs:\n\n${plan.line}` },
        INSTALL,
      );
      if (answer !== INSTALL) return;
      if (await install(plan, Uri.parse(project), pythons)) {
        await sendRequest(RestartRequest, { project });
      } else {
        await window.showErrorMessage(
          `${plan.requirement} was not installed. The terminal says why.`,
        );
      }
    },
  };
}

/** Whether it was installed. */
async function install(plan: ShownInstall, folder: Uri, pythons: Pythons): Promise<boolean> {
  const { interpreter, requirement, command, args, cwd } = plan;
  if (interpreter !== null && (await pythons.install(folder, interpreter, requirement))) {
    return true;
  }
  const exitCode = await runInTerminal(`Install ${requirement}`, folder, { command, args, cwd });
  return exitCode === 0;
}

async function sayThatNoneIsKnown(project: string): Promise<void> {
  const select = 'Select Interpreter…';
  const chosen = await window.showInformationMessage(
    'No environment of this project is known. Make one, or choose one, and try again.',
    select,
  );
  if (chosen === select) await commands.executeCommand(COMMANDS.selectInterpreter, project);
}
