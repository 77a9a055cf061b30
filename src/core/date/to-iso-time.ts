/** An instant (epoch milliseconds) in UTC: `2026-11-24T18:25:07.000Z`. */
export function toIsoTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
