import type { MypyOutput } from '../check/check-run.js';
import type { ParsedOutput } from './parse-output.js';
import { parseTextLine } from './parse-text-line.js';

const TRACEBACK = 'Traceback (most recent call last):';

/** `python: No module named mypy`, or an import of it that failed; not that of a plugin. */
export function lacksMypy(stderr: string): boolean {
  return /No module named (?:'mypy'|mypy|mypy\.__main__;.*)\r?$/m.test(stderr);
}

/** A traceback of Python's, or the words in which mypy reports one. */
export function hasCrashed(stderr: string): boolean {
  return stderr.includes(TRACEBACK) || stderr.includes('error: INTERNAL ERROR --');
}

/**
 * What a crash left behind, the exception last. mypy prints the traceback of an internal error to
 * standard output (`--show-traceback`), and its advice on how to report it to standard error.
 */
export function describeCrash({ stdout, stderr, exitCode }: MypyOutput): string {
  const parts = [`exit status ${exitCode ?? 'unknown'}`, stderr.trim()];
  const traceback = stdout.lastIndexOf(TRACEBACK);
  if (traceback >= 0) parts.push(stdout.slice(traceback).trim());
  else if (!stderr.includes(TRACEBACK)) parts.push(lastLineWith(stderr, 'INTERNAL ERROR'));
  return parts.filter((part) => part !== '').join('\n');
}

/** Why mypy refused to run, in its own words and one line. */
export function describeUsage(parsed: ParsedOutput, stderr: string): string {
  const lines = nonBlankLines(stderr);
  const refusal = lines.findLast((line) => line.startsWith('mypy: '));
  if (refusal !== undefined) return refusal.replace(/^mypy: (?:error: )?/, '');
  for (const line of lines) {
    const message = parseTextLine(line);
    if (message?.severity === 'error') {
      return `${message.path}:${message.start.line}: ${message.text}`;
    }
  }
  return lines.at(-1) ?? parsed.noise.at(-1) ?? 'exit status 2 without a message';
}

function lastLineWith(text: string, part: string): string {
  return nonBlankLines(text).findLast((line) => line.includes(part)) ?? '';
}

function nonBlankLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
