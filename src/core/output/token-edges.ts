const NAME_OR_NUMBER = String.raw`[\p{ID_Continue}]+`;
const STRING = String.raw`[rbuft]{0,2}(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`;

// What an expression or a statement can start and end with. Inside of a string that began on
// another line this is a guess.
const STARTS = new RegExp(`${STRING}|${NAME_OR_NUMBER}|[([{@*+~-]`, 'giu');
const ENDS = new RegExp(String.raw`${STRING}|${NAME_OR_NUMBER}|[)\]}]|\.\.\.`, 'giu');

/**
 * Where what mypy underlines can start or end on a line, as far as the line alone can tell.
 *
 * @returns 0-based UTF-16 characters; ends are exclusive.
 */
export function findTokenEdges(lineText: string, side: 'start' | 'end'): readonly number[] {
  return side === 'start'
    ? Array.from(lineText.matchAll(STARTS), (match) => match.index)
    : Array.from(lineText.matchAll(ENDS), (match) => match.index + match[0].length);
}
