import { window } from 'vscode';
import { formatCount } from '../../core/number/format-number.js';

/**
 * Asks why errors are accepted. Empty when the person gives no reason; undefined when they think
 * better of it, and then nothing must be accepted.
 */
export async function askReason(errors: number): Promise<string | undefined> {
  const reason = await window.showInputBox({
    title: `Accept ${formatCount(errors, 'new error')} into the baseline`,
    prompt: 'Why? The baseline keeps the reason. Enter accepts, also without one.',
    placeHolder: 'Reason (optional)',
  });
  return reason?.trim();
}
