/** Lines without their breaks, and what follows the last break: mypy ends every line with one. */
export function splitLines(text: string): {
  readonly lines: readonly string[];
  readonly cut: string;
} {
  const lines = text.split('\n');
  const cut = lines.pop() ?? '';
  if (!text.includes('\r')) return { lines, cut };
  return { lines: lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)), cut };
}
