import { ConfigurationTarget, workspace } from 'vscode';
import { SETTINGS } from './contributions.js';

/** Whether the person wants to see new errors only. */
export function isFocusedOnNewErrors(): boolean {
  return workspace.getConfiguration().get<boolean>(SETTINGS.focusOnNewErrors, false);
}

/** Keeps the choice with the workspace. */
export async function setFocusOnNewErrors(focus: boolean): Promise<void> {
  await workspace
    .getConfiguration()
    .update(SETTINGS.focusOnNewErrors, focus, ConfigurationTarget.Workspace);
}
