/** The first line (0-based) of a text that says the same as a line of the baseline; indentation aside. */
export function findLine(text: string, wanted: string): number | undefined {
  const line = text.split(/\r\n|\r|\n/).findIndex((row) => row.trim() === wanted);
  return line < 0 || wanted === '' ? undefined : line;
}
