/** What a project is doing. */
export type ProjectActivity =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'checking';
      readonly elapsedMs: number;
      /** Files that mypy has read or checked so far, where that is known. */
      readonly files: number | null;
      /** How long the last check that was not cancelled took; null when there was none. */
      readonly lastMs: number | null;
      /** How many files the last check like this one came to, where that is known. */
      readonly lastFiles: number | null;
    };
