import { window } from 'vscode';
import type { Language } from '../../core/language/language.js';

/**
 * Asks why errors are accepted. Empty when the person gives no reason; undefined when they think
 * better of it, and then nothing must be accepted.
 */
export async function askReason(
  errors: number,
  { count, say }: Language,
): Promise<string | undefined> {
  const reason = await window.showInputBox({
    title: count(
      errors,
      'Accept 1 new error into the baseline',
      'Accept {0} new errors into the baseline',
    ),
    prompt: say('Why? The baseline keeps the reason. Enter accepts, also without one.'),
    placeHolder: say('Reason (optional)'),
  });
  return reason?.trim();
}
