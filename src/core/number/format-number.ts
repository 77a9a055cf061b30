/** A whole number with a separator between its thousands. Without Intl, which takes 10 ms to get ready. */
export function groupDigits(value: number, separator: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** `1 error`, `1,234 errors`, for what is English whoever reads it. */
export function formatCount(amount: number, singular: string, plural = `${singular}s`): string {
  return `${groupDigits(amount, ',')} ${amount === 1 ? singular : plural}`;
}
