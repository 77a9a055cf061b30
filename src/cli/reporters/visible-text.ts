/** Ends of lines in Unicode, and the tab. */
const BREAKS = /\r\n|[\r\n\t\v\f\u0085\u2028\u2029]/g;

/** Control characters, halves of surrogate pairs, and what reverses the order of characters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text on one line that shows all that is in it: U+FFFD for what a reader would not see, among it
 * the escapes of a terminal and the marks that make source read otherwise than it runs.
 */
export function visibleText(text: string): string {
  return text.replace(BREAKS, ' ').replace(UNSEEN, '\uFFFD');
}

/** The same for text of several lines, which stay lines. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}
