import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorItem } from '../../../src/protocol/messages.js';
import * as messages from '../../../src/protocol/messages.js';
import { errorsOfEditor } from '../../support/cli/seen-errors.js';
import type { LanguageClient } from '../../support/server/language-client.js';
import type { PrintedError } from './fresh-mypy.js';

/** An error with its status, as one line of a list that can be compared. */
export type StatedError = string;

/** The errors that the editor shows, whatever their status. */
export function listShown(editor: LanguageClient, root: string): readonly string[] {
  return errorsOfEditor(editor, root)
    .map((error) => error.replace(/^\w+ /, ''))
    .sort();
}

/** Errors of mypy in the same words, and where the editor shows them. */
export function listPrinted(errors: readonly PrintedError[], root: string): readonly string[] {
  const sources = new Map<string, readonly string[]>();
  for (const { path } of errors) {
    if (sources.has(path)) continue;
    sources.set(path, readFileSync(join(root, path), 'utf8').split('\n'));
  }
  return errors
    .map(({ path, line, column, code, message }) => {
      const shown = shownColumn(sources.get(path)?.[line - 1] ?? '', column);
      return `${path}:${line}:${shown}: ${message} [${code === '' ? undefined : code}]`;
    })
    .sort();
}

/**
 * Where an error is shown: a line as a whole from its indent on, a definition at its name.
 *
 * @param column 1-based, bytes of UTF-8.
 * @returns 1-based, UTF-16.
 */
function shownColumn(text: string, column: number): number {
  if (column === 0) return text.length - text.trimStart().length + 1;
  const before = Buffer.from(text, 'utf8')
    .subarray(0, column - 1)
    .toString('utf8');
  const keyword = /^(?:async def|def|class) +/.exec(text.slice(before.length));
  return before.length + (keyword?.[0].length ?? 0) + 1;
}

/** What the tree lists when everything in it is opened. */
export async function listTree(editor: LanguageClient): Promise<readonly ErrorItem[]> {
  const { project } = editor;
  const categories = editor.snapshot?.result?.categories ?? [];
  const files = categories.flatMap(({ category: { id }, codes }) =>
    codes.flatMap(({ code, files }) => files.map(({ path }) => ({ category: id, code, path }))),
  );
  const lists = await Promise.all(
    files.map((file) => editor.request(messages.ErrorsRequest, { project, ...file })),
  );
  return lists.flat();
}

/** The errors of the tree as new or known. */
export function stateItems(items: readonly ErrorItem[]): readonly StatedError[] {
  return items
    .map(({ status, path, line, code, message }) => state(status, path, line + 1, code, message))
    .sort();
}

/**
 * New or known: which of the known ones are accepted the command line tells from the merge base, and
 * the editor from the commit.
 *
 * @param line 1-based.
 */
export function state(
  status: unknown,
  path: unknown,
  line: unknown,
  code: unknown,
  message: unknown,
): StatedError {
  return `${status === 'new' ? 'new' : 'known'} ${path}:${line}: ${message} [${code}]`;
}

/** How two sorted lists differ, a line a difference; empty where they do not. */
export function describeDifference(
  shown: readonly string[],
  expected: readonly string[],
): readonly string[] {
  const left = count(shown);
  const right = count(expected);
  return [...new Set([...shown, ...expected])].flatMap((line) => {
    const more = (left.get(line) ?? 0) - (right.get(line) ?? 0);
    if (more === 0) return [];
    return `${more > 0 ? 'shown, and is not there' : 'not shown'}: ${line}`;
  });
}

function count(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
