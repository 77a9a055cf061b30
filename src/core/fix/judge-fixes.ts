import type { MypyError } from '../error/mypy-error.js';
import { editsByPath, mapLine } from './apply-edits.js';
import type { Fix, TextEdit } from './fix.js';

/** An error that was not there before, and the fixes that may have caused it. */
export interface CausedError {
  readonly error: MypyError;
  /** Empty where nothing tells. */
  readonly suspects: readonly Fix[];
}

/** What a check of the fixed files says of the fixes. */
export interface Judgement {
  /** Whose errors are there still, or would have gone without them. */
  readonly useless: readonly Fix[];
  readonly caused: readonly CausedError[];
}

/**
 * Holds the errors of a check without fixes against those of one with them.
 *
 * @param before Of all files, without the fixes.
 * @param after With all of the fixes, and no other change.
 */
export function judgeFixes(
  fixes: readonly Fix[],
  before: readonly MypyError[],
  after: readonly MypyError[],
): Judgement {
  const edits = editsByPath(fixes);
  const moved = before.map((error) => ({
    ...error,
    start: { ...error.start, line: mapLine(error.start.line, edits.get(error.path) ?? []) },
  }));
  const { left: gone, unmatched } = match(moved, after, nameExactly);
  // An error that mypy words differently now is still there, and one that a formatter moved too.
  const reworded = match(gone, unmatched, nameRoughly);
  const rest = match(reworded.left, reworded.unmatched, nameWithoutLine);
  const goneKeys = countAll(rest.left, nameExactly);
  const isGone = (error: MypyError) => {
    const line = mapLine(error.start.line, edits.get(error.path) ?? []);
    return goneKeys.has(nameExactly({ ...error, start: { ...error.start, line } }));
  };
  return {
    useless: fixes.filter((fix) => !fix.errors.every(isGone)),
    caused: rest.unmatched.map((error) => ({ error, suspects: findSuspects(error, fixes, edits) })),
  };
}

/** Pairs errors that have the same name; what is left over of both sides. */
function match(
  before: readonly MypyError[],
  after: readonly MypyError[],
  name: (error: MypyError) => string,
): { readonly left: readonly MypyError[]; readonly unmatched: readonly MypyError[] } {
  const counts = countAll(after, name);
  const left = before.filter((error) => !takeOne(counts, name(error)));
  const known = countAll(before, name);
  return { left, unmatched: after.filter((error) => !takeOne(known, name(error))) };
}

function countAll(
  errors: readonly MypyError[],
  name: (error: MypyError) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const error of errors) counts.set(name(error), (counts.get(name(error)) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, name: string): boolean {
  const count = counts.get(name) ?? 0;
  if (count > 0) counts.set(name, count - 1);
  return count > 0;
}

function nameExactly({ path, start, code, message }: MypyError): string {
  return [path, start.line, code, message].join('\0');
}

function nameRoughly({ path, start, code }: MypyError): string {
  return [path, start.line, code].join('\0');
}

function nameWithoutLine({ path, code, message }: MypyError): string {
  return [path, code, message].join('\0');
}

/** The fixes within whose reach an error is; else those of what its message names. */
function findSuspects(
  error: MypyError,
  fixes: readonly Fix[],
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): readonly Fix[] {
  const { path, start, message } = error;
  const own = edits.get(path) ?? [];
  const near = fixes.filter(
    ({ path: fixed, reach }) =>
      fixed === path &&
      mapLine(reach.first, own) <= start.line &&
      start.line <= mapLine(reach.last, own),
  );
  // Of functions in functions, the innermost.
  const size = ({ reach }: Fix) => reach.last - reach.first;
  const smallest = Math.min(...near.map(size));
  const innermost = near.filter((fix) => size(fix) === smallest);
  const named = fixes.filter(({ subject }) => subject !== '' && message.includes(`"${subject}"`));
  const namedHere = named.filter((fix) => fix.path === path);
  return [...new Set([...innermost, ...(namedHere.length > 0 ? namedHere : named)])];
}
