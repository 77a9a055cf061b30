import type { SourceRange } from '../error/mypy-error.js';
import { groupByPath } from '../path/group-by-path.js';
import type { Fix, TextEdit } from './fix.js';

/** An edit by places in the text of a file as it stands there, in UTF-16 code units. */
interface PlacedEdit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = /\r\n|\r|\n/g;

/**
 * The edits of several fixes of one file as one list, in the order of the text. What several ask for
 * alike (an import) is done once.
 */
export function joinEdits(fixes: readonly Pick<Fix, 'edits'>[]): readonly TextEdit[] {
  const byPlace = new Map<string, TextEdit>();
  for (const edit of fixes.flatMap(({ edits }) => edits)) byPlace.set(nameEdit(edit), edit);
  return [...byPlace.values()].sort((a, b) => compareRanges(a.range, b.range));
}

/** The edits of fixes, joined for each file. */
export function editsByPath(fixes: readonly Fix[]): ReadonlyMap<string, readonly TextEdit[]> {
  const groups = [...groupByPath(fixes)];
  return new Map(groups.map(([path, { items }]) => [path, joinEdits(items)]));
}

/** The fixes of one file that can be made together: one that overlaps an earlier one is left out. */
export function withoutOverlaps(fixes: readonly Fix[]): readonly Fix[] {
  const kept: Fix[] = [];
  const made = new Map<string, TextEdit>();
  for (const fix of fixes) {
    const added = fix.edits.filter((edit) => !made.has(nameEdit(edit)));
    const known = [...made.values()];
    if (added.some((edit) => known.some((other) => collide(edit, other)))) continue;
    kept.push(fix);
    for (const edit of added) made.set(nameEdit(edit), edit);
  }
  return kept;
}

/** Equal for edits that do the same in one file. */
export function nameEdit({ range, newText }: TextEdit): string {
  const { startLine, startCharacter, endLine, endCharacter } = range;
  return JSON.stringify([startLine, startCharacter, endLine, endCharacter, newText]);
}

function collide({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return compareRanges(a, b) <= 0 ? isAfter(a, b) : isAfter(b, a);
}

/**
 * Makes edits in the text of a file. Everything else stays as it is to the last unit: line ends,
 * a byte order mark, blanks. What is inserted gets the line ends of the file.
 *
 * @param edits From {@link joinEdits}.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let done = '';
  let offset = 0;
  for (const { from, to, newText } of placeEdits(text, edits)) {
    done += text.slice(offset, from) + newText;
    offset = to;
  }
  return done + text.slice(offset);
}

/** Edits by offsets, with the line ends of the file. */
export function placeEdits(text: string, edits: readonly TextEdit[]): readonly PlacedEdit[] {
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const ends = [...text.matchAll(LINE_END)];
  const starts = [start, ...ends.map(({ index, 0: end }) => index + end.length)];
  const lineEnd = ends[0]?.[0] ?? '\n';
  const place = (line: number, character: number) =>
    Math.min((starts[line] ?? text.length) + character, text.length);
  return edits.map(({ range, newText }) => ({
    from: place(range.startLine, range.startCharacter),
    to: place(range.endLine, range.endCharacter),
    newText: newText.replaceAll('\n', lineEnd),
  }));
}

/** Where a 1-based line is after some edits of its file. */
export function mapLine(line: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { range, newText } of edits) {
    const isAbove =
      range.endLine < line - 1 || (range.endLine === line - 1 && range.endCharacter === 0);
    if (!isAbove) continue;
    shift += newText.split('\n').length - 1 - (range.endLine - range.startLine);
  }
  return line + shift;
}

function compareRanges(a: SourceRange, b: SourceRange): number {
  return (
    a.startLine - b.startLine ||
    a.startCharacter - b.startCharacter ||
    a.endLine - b.endLine ||
    a.endCharacter - b.endCharacter
  );
}

/** Whether a range ends behind the start of the next one, or both insert at one place. */
function isAfter(range: SourceRange, next: SourceRange): boolean {
  const gap = next.startLine - range.endLine || next.startCharacter - range.endCharacter;
  const isAtOnePlace = compareRanges(range, { ...next, endLine: next.startLine }) === 0;
  return gap < 0 || (gap === 0 && isAtOnePlace);
}
