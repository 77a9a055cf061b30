/** The part of a whole, from 0 to 1; 0 where there is nothing to share. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
