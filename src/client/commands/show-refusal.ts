import { window } from 'vscode';
import type { CommandOutcome } from '../../protocol/messages.js';

/** Says why nothing was done. What was done shows in the view and in the file. */
export async function showRefusal({ done, message }: CommandOutcome): Promise<void> {
  if (!done) await window.showWarningMessage(message);
}
