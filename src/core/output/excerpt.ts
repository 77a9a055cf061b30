/** Characters of a program's words that are kept on each side of what is left out. */
const KEPT = 10_000;

/**
 * A text as it is, or the beginning and the end of one that is too long to be read: a plugin may
 * print a hundred megabytes, and a log that holds them is of use to nobody.
 */
export function excerpt(text: string): string {
  const left = text.length - 2 * KEPT;
  if (left <= 0) return text;
  return `${text.slice(0, KEPT)}\n… ${left} characters left out …\n${text.slice(-KEPT)}`;
}
