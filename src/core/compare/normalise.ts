// To look first is cheaper than to replace: this is done for every line that was edited.
const OTHER_SPACE = /\s/;
const FORMAT = /\s+|,(?=\s*(?:[)\]}]|$))/g;

/** A source line without white space: re-indenting and reformatting leave it the same. */
export function stripSpace(text: string): string {
  const spaceless = text.includes(' ') ? text.replaceAll(' ', '') : text;
  return OTHER_SPACE.test(spaceless) ? spaceless.replace(/\s+/g, '') : spaceless;
}

/**
 * A source line without what a formatter decides: white space, which quotes a string has, and a comma
 * after the last item. black rewrites a sixth of celery's lines with an error in no other way.
 */
export function stripFormat(text: string): string {
  const stripped = text.replace(FORMAT, '');
  return stripped.includes("'") ? stripped.replaceAll("'", '"') : stripped;
}

/** A message without the line numbers in it (`defined on line 12`), which move by themselves. */
export function maskLineNumbers(message: string): string {
  // Few messages have one, and looking for the word is cheaper than the expression.
  return message.includes('line ') ? message.replace(/\bline \d+/g, 'line *') : message;
}

/** A message without the names it quotes: what remains is mypy's own wording. */
export function maskQuotedNames(message: string): string {
  return message.replace(/"[^"]*"/g, '""');
}
