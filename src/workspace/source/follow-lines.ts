import type { LocatedError, MypyError } from '../../core/error/mypy-error.js';

/** An error, and by how many lines it has moved. */
export interface ShiftedError {
  readonly error: LocatedError;
  readonly shift: number;
}

/**
 * Finds errors that a file had before it changed, by the text of their lines. Without another run of
 * mypy this is all that can be known, so an error whose line reads differently is left out.
 *
 * @param lines Of the file as it is now; `lines[0]` is line 1.
 * @param errors In the order of their lines.
 */
export function followLines(
  lines: readonly string[],
  errors: readonly LocatedError[],
): readonly MypyError[] {
  return findShifts(lines, errors).map(({ error, shift }) => moveError(error, shift));
}

/** The same, as how far each error has moved. */
export function findShifts(
  lines: readonly string[],
  errors: readonly LocatedError[],
): readonly ShiftedError[] {
  const places = findPlaces(lines);
  const followed: ShiftedError[] = [];
  let shift = 0;
  for (const error of errors) {
    const { line } = error.start;
    const now = line === 0 ? 0 : findLine(error, places, shift);
    if (now === undefined) continue;
    shift = now - line;
    followed.push({ error, shift });
  }
  return followed;
}

/** 1-based line numbers of each text, without indentation. */
function findPlaces(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    const known = places.get(text);
    if (known === undefined) places.set(text, [index + 1]);
    else known.push(index + 1);
  }
  return places;
}

/** The line moved with those above it, stayed, or is the only one that reads so. */
function findLine(
  { start: { line }, text }: LocatedError,
  places: ReadonlyMap<string, readonly number[]>,
  shift: number,
): number | undefined {
  if (text === '') return undefined;
  const all = places.get(text) ?? [];
  for (const candidate of [line + shift, line]) if (all.includes(candidate)) return candidate;
  return all.length === 1 ? all[0] : undefined;
}

/** Notes name lines of which nothing is known; they go where the error has moved. */
function moveError(error: LocatedError, shift: number): MypyError {
  const { path, code, message, notes } = error;
  return { path, ...movePlace(error, shift), code, message, notes: shift === 0 ? notes : [] };
}

/** Where an error starts and ends when its lines have moved; an end that is not known stays so. */
export function movePlace(
  { start, end }: MypyError,
  shift: number,
): Pick<MypyError, 'start' | 'end'> {
  return {
    start: { ...start, line: start.line + shift },
    end: { ...end, line: end.line === 0 ? 0 : end.line + shift },
  };
}
