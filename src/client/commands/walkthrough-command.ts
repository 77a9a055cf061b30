import { commands, type ExtensionContext } from 'vscode';
import { CheckRequest } from '../../protocol/messages.js';
import { WALKTHROUGH } from '../contributions.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

/** Opens the walkthrough, also for those who closed VS Code's welcome page. */
export function createWalkthroughCommand(
  { store, sendRequest }: CommandSurroundings,
  { extension }: Pick<ExtensionContext, 'extension'>,
): CommandHandlers<'getStarted'> {
  return {
    getStarted: async () => {
      const walkthrough = `${extension.id}#${WALKTHROUGH}`;
      await commands.executeCommand('workbench.action.openWalkthrough', walkthrough);
      // VS Code marks the steps that are done already when a check changes the keys they wait for.
      if (store.server === 'running') await sendRequest(CheckRequest, {});
    },
  };
}
