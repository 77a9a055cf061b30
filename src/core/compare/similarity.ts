/** Longer lines are cut here: the table below grows with the product of both lengths. */
const COMPARED_CHARACTERS = 240;

/**
 * How alike two strings are, from 0 to 1: twice the length of their longest common subsequence by
 * the sum of their lengths.
 */
export function similarity(left: string, right: string): number {
  if (left === right) return 1;
  const a = left.slice(0, COMPARED_CHARACTERS);
  const b = right.slice(0, COMPARED_CHARACTERS);
  if (a.length === 0 || b.length === 0) return 0;
  return (2 * commonSubsequenceLength(a, b)) / (a.length + b.length);
}

function commonSubsequenceLength(a: string, b: string): number {
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      current[j + 1] =
        a.charCodeAt(i) === b.charCodeAt(j)
          ? (previous[j] ?? 0) + 1
          : Math.max(previous[j + 1] ?? 0, current[j] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}
