import type { LocatedError, SourceRange } from '../error/mypy-error.js';
import type { Phrase } from '../language/language.js';

/** A change of a file's text. */
export interface TextEdit {
  readonly range: SourceRange;
  /** Lines ended by LF, whatever the file has. */
  readonly newText: string;
}

/**
 * What a fix does. All but `ignore` make an error go away by what mypy itself suggests; `ignore` only
 * silences it.
 */
export const FIX_KINDS = [
  'return-none',
  'optional',
  'await',
  'return',
  'unused-ignore',
  'name-codes',
  'ignore',
] as const;
export type FixKind = (typeof FIX_KINDS)[number];

/** A change of one file that is to make some of its errors go away. */
export interface Fix {
  readonly kind: FixKind;
  /** As a person reads it: `Add "-> None"`. */
  readonly title: Phrase;
  /** Relative to the project root. */
  readonly path: string;
  /** At least one. */
  readonly errors: readonly LocatedError[];
  /** In the order of the text; none overlaps another. */
  readonly edits: readonly TextEdit[];
  /**
   * The lines (1-based, before the edits) in which an error that the fix causes is likeliest: the
   * body of a function whose signature changes is checked anew.
   */
  readonly reach: { readonly first: number; readonly last: number };
  /** The function or variable whose type changes, as mypy names it in messages; empty for none. */
  readonly subject: string;
  /** Whether it is worth being tried on hundreds of errors at once. */
  readonly isForMany: boolean;
}

/** What a kind of fix could do. */
export interface FixChoice {
  readonly kind: FixKind;
  readonly fixes: number;
  /** How many errors they are to clear. */
  readonly errors: number;
}

/** Whether an editor may take the fix as the obvious one. What silences or guesses never is. */
export function isPreferred({ kind, isForMany }: Fix): boolean {
  switch (kind) {
    case 'return-none':
    case 'unused-ignore':
    case 'name-codes':
      return isForMany;
    case 'optional':
    case 'await':
    case 'return':
    case 'ignore':
      return false;
  }
}

/** How many errors some fixes are to clear. */
export function countErrors(fixes: readonly Fix[]): number {
  return fixes.reduce((sum, { errors }) => sum + errors.length, 0);
}
