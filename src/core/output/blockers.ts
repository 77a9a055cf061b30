import type { MypyError } from '../error/mypy-error.js';
import { attachNotes, type Said, toSaid } from './attach-notes.js';
import type { Message } from './message.js';
import type { ParsedOutput } from './parse-output.js';
import { parseTextLine } from './parse-text-line.js';
import { toProjectPath } from './project-path.js';

/**
 * The errors in files that kept mypy from checking. Most are on standard output; about a file that
 * it cannot read mypy tells on standard error, as `mypy: can't read file 'b.py': why` before 2.0
 * and as a located error since. An error in a configuration file is none: no Python file is wrong.
 */
export function findBlockers(
  parsed: ParsedOutput,
  stderr: string,
  root: string,
): readonly MypyError[] {
  if (parsed.errors.length > 0) return parsed.errors;
  const said: Said[] = [];
  for (const line of stderr.split(/\r?\n/)) {
    const message = parseTextLine(line) ?? parseUnreadable(line);
    if (message === undefined || !/\.pyi?$/.test(message.path)) continue;
    said.push(toSaid({ ...message, path: toProjectPath(message.path, root) }));
  }
  return attachNotes(said).errors;
}

function parseUnreadable(line: string): Message | undefined {
  const groups = /^mypy: (?<what>can't (?:read|decode) file) '(?<path>.+)': (?<why>.*)$/.exec(
    line,
  )?.groups;
  if (groups === undefined) return undefined;
  const nowhere = { line: 0, column: 0 };
  const { path = '', what = '', why = '' } = groups;
  const text = `${what}: ${why}`;
  return { severity: 'error', path, start: nowhere, end: nowhere, code: '', text, hints: [] };
}
