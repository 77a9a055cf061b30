/** What an error and a baseline entry have in common: all that {@link compare} looks at. */
export interface Comparable {
  readonly path: string;
  readonly code: string;
  readonly scope: string;
  readonly message: string;
  readonly text: string;
  /** Of an entry: what somebody said about it. Of equal entries that one is kept. */
  readonly acceptance?: object;
}

/**
 * By which evidence an error was recognised, strongest first.
 * - `exact`: same path, code, scope, message and text.
 * - `moved`: within its file, or its scope was renamed.
 * - `reworded`: same line of source, another message.
 * - `edited`: the line itself was changed.
 * - `renamed`: the whole file was renamed.
 * - `relocated`: the line went to another file.
 */
export type MatchTier = 'exact' | 'moved' | 'reworded' | 'edited' | 'renamed' | 'relocated';

/** An error that the baseline knows. `entry` is an index into the entries it was compared with. */
export interface Match {
  readonly kind: 'baseline';
  readonly tier: MatchTier;
  readonly entry: number;
}

/** What became of one error. */
export type BaselineStatus = { readonly kind: 'new' } | Match;

export const NEW = { kind: 'new' } as const;

/**
 * Errors held against entries, one to one: every error is new or has an entry of its own, every
 * entry belongs to one error or is fixed.
 */
export interface Comparison {
  /** For each error, in the order given. */
  readonly statuses: readonly BaselineStatus[];
  /** Indexes of the errors that are new, ascending. */
  readonly newErrors: readonly number[];
  /** Indexes of the entries that no error matches any more, ascending. */
  readonly fixed: readonly number[];
}
