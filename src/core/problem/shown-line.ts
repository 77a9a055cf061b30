/** Of a line that a program has printed. */
const MAX_CHARACTERS = 300;

/** The first line of what a program has printed. */
export function firstLine(text: string): string {
  return cut(text.trim().split('\n', 1)[0] ?? '');
}

/** The last one. */
export function lastLine(text: string): string {
  return cut(text.trim().split('\n').at(-1) ?? '');
}

/** A line that nobody would read to its end: the log has it. */
function cut(line: string): string {
  return line.length <= MAX_CHARACTERS ? line : `${line.slice(0, MAX_CHARACTERS)}…`;
}
