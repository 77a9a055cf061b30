import type { MypyPosition } from '../error/mypy-error.js';

/** One message as mypy prints it, in text or JSON, before notes are joined to their errors. */
export interface Message {
  readonly severity: 'error' | 'note';
  /** As printed: in the platform's separators, relative to mypy's working directory or absolute. */
  readonly path: string;
  readonly start: MypyPosition;
  readonly end: MypyPosition;
  readonly code: string;
  readonly text: string;
  /** Notes that JSON folds into their error, one a line (`hint`). */
  readonly hints: readonly string[];
}

/** The last line that mypy prints in text mode, in any version from 0.990 on. */
export type Summary =
  | { readonly kind: 'success'; readonly checkedFiles: number }
  | { readonly kind: 'found'; readonly errors: number; readonly checkedFiles: number }
  /** mypy stopped before it checked anything. */
  | { readonly kind: 'prevented'; readonly errors: number };

/** What one line of mypy's output is. */
export type OutputLine =
  | { readonly kind: 'message'; readonly message: Message; readonly format: 'text' | 'json' }
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'noise' };

/** Codes of notes that stand for themselves and explain no error (SHOW_NOTE_CODES of mypy). */
export const OWN_NOTE_CODES: ReadonlySet<string> = new Set(['annotation-unchecked', 'deprecated']);
