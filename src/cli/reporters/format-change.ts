/** A difference with its sign; U+2212 for minus, nothing for none. */
export function formatChange(change: number): string {
  if (change === 0) return '';
  return `${change > 0 ? '+' : '−'}${Math.abs(change).toLocaleString('en')}`;
}
