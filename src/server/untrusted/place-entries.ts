import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BaselineEntry } from '../../core/baseline/baseline.js';
import { type SourceText, toSourceText } from '../../workspace/source/source-text.js';
import { isOwnFile } from './own-file.js';

/** A line of a file and the text on it; 0-based, UTF-16. */
export interface EntryPlace {
  readonly line: number;
  readonly character: number;
  readonly endCharacter: number;
}

/**
 * Where the text of a file's entries stands, in the order of the entries: of equal ones each has a line
 * of its own, as long as there are some. Undefined for a text that is not there any more.
 *
 * @param root Absolute; the path is relative to it.
 * @param top Absolute; nothing outside of it is read.
 */
export async function placeEntries(
  root: string,
  top: string,
  path: string,
  entries: readonly BaselineEntry[],
): Promise<readonly (EntryPlace | undefined)[]> {
  const file = resolve(root, path);
  if (!(await isOwnFile(file, top))) return [];
  const linesByText = indexLines(toSourceText(await readFile(file, 'utf8')));
  const used = new Map<string, number>();
  return entries.map(({ text }) => {
    const places = linesByText.get(text) ?? [];
    const next = used.get(text) ?? 0;
    used.set(text, next + 1);
    return places[next] ?? places.at(-1);
  });
}

function indexLines({ lines }: SourceText): ReadonlyMap<string, readonly EntryPlace[]> {
  const byText = new Map<string, EntryPlace[]>();
  for (const [line, whole] of lines.entries()) {
    const text = whole.trim();
    const character = whole.indexOf(text);
    const place = { line, character, endCharacter: character + text.length };
    const places = byText.get(text);
    if (places === undefined) byText.set(text, [place]);
    else places.push(place);
  }
  return byText;
}
