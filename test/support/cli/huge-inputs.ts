import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const ERRORS_IN_A_FILE = 50;
/** Lines written at once, so that the text is never in memory as a whole. */
const LINES_IN_A_CHUNK = 5_000;

/** Writes the lines of a baseline (without its header) as long as real ones: 235 bytes. */
export function writeHugeBaseline(file: string, header: string, count: number): Promise<void> {
  return writeLines(file, count, header, '', (index) =>
    JSON.stringify([
      pathOf(index),
      'arg-type',
      `Class${pad(index % ERRORS_IN_A_FILE, 2)}.method`,
      messageOf(index),
      `self.value_${pad(index, 7)} = function_${pad(index, 7)}(arg, "some text that makes the line long enough")`,
    ]),
  );
}

/** Writes what mypy prints for as many errors, with its summary. */
export function writeHugeOutput(file: string, count: number): Promise<void> {
  const files = Math.ceil(count / ERRORS_IN_A_FILE);
  const summary = `Found ${count} errors in ${files} files (checked ${files} source files)\n`;
  return writeLines(file, count, '', summary, (index) => {
    const line = (index % ERRORS_IN_A_FILE) + 1;
    return `${pathOf(index)}:${line}:1: error: ${messageOf(index)}  [arg-type]`;
  });
}

async function writeLines(
  file: string,
  count: number,
  head: string,
  foot: string,
  toLine: (index: number) => string,
): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(head);
  for (let start = 0; start < count; start += LINES_IN_A_CHUNK) {
    const length = Math.min(LINES_IN_A_CHUNK, count - start);
    const lines = Array.from({ length }, (_, index) => `${toLine(start + index)}\n`);
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
  }
  stream.end(foot);
  await once(stream, 'finish');
}

function pathOf(index: number): string {
  return `pkg${pad(Math.floor(index / 10_000), 4)}/module_${pad(Math.floor(index / ERRORS_IN_A_FILE), 6)}.py`;
}

function messageOf(index: number): string {
  return `Argument ${pad(index % ERRORS_IN_A_FILE, 2)} to "function_${pad(index, 7)}" has incompatible type "str"; expected "int"`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
