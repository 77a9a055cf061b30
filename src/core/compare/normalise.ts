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

const [SPACE, DOUBLE_QUOTE, QUOTE, COMMA, LAST_OF_ASCII] = [0x20, 0x22, 0x27, 0x2c, 0x7e];

/**
 * Whether a character (a UTF-16 code unit) is no affair of a formatter's: {@link stripFormat} keeps it
 * wherever it stands.
 */
export function isFormatless(code: number): boolean {
  return (
    code > SPACE &&
    code <= LAST_OF_ASCII &&
    code !== COMMA &&
    code !== DOUBLE_QUOTE &&
    code !== QUOTE
  );
}

/**
 * A number that is the same for lines of which {@link stripFormat} leaves the same: to find out that
 * two differ takes no new string. 30 bits, so that V8 keeps it without an object.
 */
export function hashFormatless(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isFormatless(code)) hash = (Math.imul(hash, 31) + code) & 0x3fffffff;
  }
  return hash;
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
