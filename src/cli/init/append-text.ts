/**
 * Adds lines to the end of a text, ended as the text ends its lines (CRLF where its first line has
 * it). The text itself stays as it is.
 *
 * @param lines Ended by `\n`.
 */
export function appendText(text: string, lines: string, blankLineBetween: boolean): string {
  const newline = newlineOf(text);
  const isEnded = text === '' || text.endsWith('\n');
  const gap = blankLineBetween && text.trim() !== '' ? newline : '';
  return text + (isEnded ? '' : newline) + gap + withNewline(lines, newline);
}

/** How a text ends its lines. */
export function newlineOf(text: string): '\n' | '\r\n' {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}

/** Lines ended by `\n`, ended by something else. */
export function withNewline(lines: string, newline: '\n' | '\r\n'): string {
  return newline === '\n' ? lines : lines.replaceAll('\n', newline);
}
