import { ConfigurationTarget, workspace } from 'vscode';
import { SETTINGS } from './contributions.js';

/** Whether the person wants to see new errors only. */
export function isFocusedOnNewErrors(): boolean {
  return workspace.getConfiguration().get<boolean>(SETTINGS.focusOnNewErrors, false);
}

/**
 * Keeps the choice with the person: a file in the repository is changed only where the team has made
 * the choice there.
 */
export async function setFocusOnNewErrors(focus: boolean): Promise<void> {
  const configuration = workspace.getConfiguration();
  const ofTeam = configuration.inspect(SETTINGS.focusOnNewErrors)?.workspaceValue;
  const target = ofTeam === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await configuration.update(SETTINGS.focusOnNewErrors, focus, target);
}
