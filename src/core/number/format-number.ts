/** `12,345`. Without Intl, which takes 10 ms to get ready: much of what a fast command may take. */
export function formatNumber(value: number): string {
  return groupDigits(value, ',');
}

/** A whole number with a separator between its thousands. */
export function groupDigits(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** `1 error`, `2 errors`. */
export function formatCount(amount: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(amount)} ${amount === 1 ? singular : plural}`;
}

/** A difference with its sign, `+3` or `−5` with U+2212; nothing for none. */
export function formatChange(change: number): string {
  if (change === 0) return '';
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change))}`;
}
