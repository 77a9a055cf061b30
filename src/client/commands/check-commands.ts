import { CheckRequest, RestartRequest } from '../../protocol/messages.js';
import { setFocusOnNewErrors } from '../focus.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

type CheckCommand = 'checkNow' | 'restart' | 'showLog' | 'focusOnNewErrors' | 'showAllErrors';

/** Commands on what is running and what is shown. */
export function createCheckCommands({
  store,
  sendRequest,
  log,
  restartServer,
}: CommandSurroundings): CommandHandlers<CheckCommand> {
  return {
    checkNow: async (argument) => {
      await sendRequest(CheckRequest, toScope(argument));
    },
    restart: async () => {
      if (store.server === 'running') await sendRequest(RestartRequest, {});
      else await restartServer();
    },
    showLog: async () => log.show(),
    focusOnNewErrors: () => setFocusOnNewErrors(true),
    showAllErrors: () => setFocusOnNewErrors(false),
  };
}

/** One project, or all of them. */
function toScope(argument: unknown): { project?: string } {
  return typeof argument === 'string' ? { project: argument } : {};
}
