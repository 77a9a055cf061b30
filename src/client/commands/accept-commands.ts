import { window } from 'vscode';
import { AcceptErrorsRequest, type ProjectId } from '../../protocol/messages.js';
import { listNewErrors } from '../views/tree-model.js';
import { askReason } from './ask-reason.js';
import { chooseProject } from './choose-project.js';
import { isAcceptErrorsArguments, isTreeNode } from './command-arguments.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';
import { showRefusal } from './show-refusal.js';

type AcceptCommand = 'acceptErrors' | 'acceptNode' | 'acceptAllNew';

/** Commands by which a person accepts new errors into the baseline. */
export function createAcceptCommands({
  store,
  sendRequest,
  language,
}: CommandSurroundings): CommandHandlers<AcceptCommand> {
  const accept = async (project: ProjectId, ids: readonly string[]) => {
    if (ids.length === 0) {
      await window.showInformationMessage(language.say('None of these errors is new.'));
      return;
    }
    const reason = await askReason(ids.length, language);
    if (reason === undefined) return;
    await showRefusal(await sendRequest(AcceptErrorsRequest, { project, ids, reason }));
  };
  return {
    acceptErrors: async (argument) => {
      if (isAcceptErrorsArguments(argument)) await accept(argument.project, argument.ids);
    },
    acceptNode: async (argument) => {
      if (!isTreeNode(argument)) return;
      const ids = listNewErrors(argument).map(({ id }) => id);
      await accept(argument.snapshot.project, ids);
    },
    acceptAllNew: async (argument) => {
      const snapshot = await chooseProject(
        store,
        argument,
        language,
        ({ result }) => result !== null && result.newErrors.length > 0,
      );
      if (snapshot === undefined) return;
      const ids = snapshot.result?.newErrors.map(({ id }) => id) ?? [];
      await accept(snapshot.project, ids);
    },
  };
}
