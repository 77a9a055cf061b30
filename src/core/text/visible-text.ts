import { showUnseen } from './show-unseen.js';

/** Ends of lines in Unicode, and the tab. */
const BREAKS = /\r\n|[\r\n\t\v\f\u0085\u2028\u2029]/g;

/** Text on one line that shows all that is in it, the escapes of a terminal too. */
export function visibleText(text: string): string {
  return showUnseen(text.replace(BREAKS, ' '));
}

/** The same for text of several lines, which stay lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}
