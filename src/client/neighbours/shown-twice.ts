/** What of a diagnostic tells whether another one is of the same error. */
export interface ShownError {
  /** As the Problems panel has it. */
  readonly source: string;
  /** 0-based. */
  readonly line: number;
  readonly message: string;
}

/**
 * Whether one file shows an error of mypy's by us and by a neighbour. mypy says the same of a line once
 * (`remove_duplicates` in its errors.py), so what is there twice is from two of them, also where both
 * name the same source.
 *
 * @param theirs The source that the neighbour names.
 * @param ours The sources that we name.
 */
export function isShownTwice(
  errors: readonly ShownError[],
  theirs: string,
  ours: readonly string[],
): boolean {
  const seen = new Map<string, ShownError>();
  return errors.some((error) => {
    if (error.source !== theirs && !ours.includes(error.source)) return false;
    const key = `${error.line}:${error.message}`;
    const other = seen.get(key);
    if (other === undefined) {
      seen.set(key, error);
      return false;
    }
    return [error, other].some(({ source }) => source === theirs);
  });
}
