const DEFINING_WORDS = ['def ', 'class ', 'async def '];

/** The offset of the line feed that ends the line of an offset, or of the text's end. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/**
 * Whether a definition begins the line after a line feed. No expression holds one: what is open there
 * was never closed.
 */
export function isBeforeDefinition(text: string, lineFeed: number): boolean {
  let at = lineFeed + 1;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return DEFINING_WORDS.some((word) => text.startsWith(word, at));
}
