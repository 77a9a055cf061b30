/** The commit that wrote a line as it stands. */
export interface LineOrigin {
  /** Full hash. */
  readonly commit: string;
  readonly author: string;
  /** Epoch milliseconds, when it was written. */
  readonly at: number;
  /** The first line of the commit's message. */
  readonly subject: string;
  /** The clone begins here, and the line may be older. */
  readonly isOldestKnown: boolean;
}

/** Where an entry of the baseline file comes from. */
export type EntryOrigin =
  | { readonly kind: 'committed'; readonly line: LineOrigin }
  | { readonly kind: 'uncommitted' }
  /** There is no repository, or git does not say. */
  | { readonly kind: 'unknown' };

/** What holds as long as nobody has asked git. */
export const UNKNOWN_ORIGIN: EntryOrigin = { kind: 'unknown' };

/** `2026-11-24`, in UTC: as good on every machine. */
export function dayOf({ at }: LineOrigin): string {
  return new Date(at).toISOString().slice(0, 10);
}
