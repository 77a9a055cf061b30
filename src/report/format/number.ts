/** `12,345`. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en');
}

/** `+3`, `−5` with a true minus sign, `0`. */
export function formatChange(value: number): string {
  if (value === 0) return '0';
  return `${value < 0 ? '−' : '+'}${formatNumber(Math.abs(value))}`;
}

/** A share from 0 to 1 as `12.3 %`, with a space that does not break; never 0 for something. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return '<\u{202f}0.1\u{a0}%';
  return `${(share * 100).toFixed(1)}\u{a0}%`;
}

/** `1 error`, `2 errors`. */
export function formatCount(amount: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(amount)} ${amount === 1 ? singular : plural}`;
}
